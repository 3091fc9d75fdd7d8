import type { Task } from '../shared/task';

/** A position in a document, both numbers counting from 0, characters in UTF-16 units. */
export interface TextPosition {
	readonly line: number;
	readonly character: number;
}

/** The place in a document that the input came from, so that an answer can go back there. */
export interface InputSource {
	readonly uri: string;
	readonly fileName: string;
	readonly languageId: string;
	readonly start: TextPosition;
	readonly end: TextPosition;
	/** The run's text is not word for word what the range holds (several selections joined, say): an answer cannot replace it. */
	readonly inexact?: true;
}

/** What a chat model is asked to do with the text: the short name that people see, and the prompt. */
export interface Instruction {
	readonly title: string;
	readonly prompt: string;
}

/** One run as it was asked for: enough to do it again. */
export interface RunRequest {
	readonly task: Task;
	/** The repo id. */
	readonly model: string;
	/** `auto`, `fastest`, `cheapest` or a provider's name; absent: the setting decides. */
	readonly provider?: string;
	readonly text: string;
	/** For `conversational` only. */
	readonly instruction?: Instruction;
	readonly parameters?: Readonly<Record<string, unknown>>;
	readonly source?: InputSource;
}
