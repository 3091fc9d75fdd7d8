import type { Table } from '../../shared/table';

/** A file by its address, as the editor knows it; what is in it is read when the run starts. */
export interface FileInput {
	readonly uri: string;
	readonly name: string;
	readonly mimeType: string;
}

/** What is given for a field: a text, a list of texts, a table or a file. Can be kept as JSON. */
export type InputValue = string | readonly string[] | Table | FileInput;
export type InputValues = Readonly<Record<string, InputValue>>;
