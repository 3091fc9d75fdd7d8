import type { OutputKind } from './output';

/** How the text of an output is written as a file, by the file's ending. */
export type TextFileKind = 'txt' | 'md' | 'csv' | 'json';

/** What can be done with an output's text. */
export interface TakenAlong {
	/**
	 * What it is saved and attached as. Without one it has no text to copy, insert or open either: it is a picture, a sound or a film,
	 * with buttons of its own.
	 */
	readonly file: TextFileKind | undefined;
	/** Whether it says in other words what was given, so that it can stand in its place. */
	readonly replaces: boolean;
}

/** How an output of each kind is taken along. */
export const TAKEN_ALONG = {
	text: { file: 'txt', replaces: true },
	chat: { file: 'md', replaces: true },
	labels: { file: 'csv', replaces: false },
	spans: { file: 'csv', replaces: false },
	fills: { file: 'csv', replaces: true },
	answer: { file: 'csv', replaces: false },
	vector: { file: 'json', replaces: false },
	vectors: { file: 'json', replaces: false },
	similarity: { file: 'json', replaces: false },
	table: { file: 'csv', replaces: false },
	image: { file: undefined, replaces: false },
	boxes: { file: 'csv', replaces: false },
	masks: { file: 'csv', replaces: false },
	audio: { file: undefined, replaces: false },
	transcript: { file: 'txt', replaces: false },
	video: { file: undefined, replaces: false },
	json: { file: 'json', replaces: false },
} as const satisfies Readonly<Record<OutputKind, TakenAlong>>;
