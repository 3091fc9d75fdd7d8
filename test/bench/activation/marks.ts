/** What VS Code itself notes in an extension host about one extension, in milliseconds. */
export interface ActivationMarks {
	/** Reading and evaluating the entry. */
	readonly load: number;
	/** `activate()`, until what it returned has resolved. */
	readonly activate: number;
}

/** What the suite inside the extension host writes: the marks by extension id. */
export type MarksByExtension = Readonly<Record<string, ActivationMarks>>;

/** The environment variables that tell the suite which extensions to look at (ids, by commas) and where to write. */
export const MARKS_OF = 'HF_WORKBENCH_BENCH_EXTENSIONS';
export const MARKS_FILE = 'HF_WORKBENCH_BENCH_MARKS';
