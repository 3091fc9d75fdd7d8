import type { Task } from '../shared/task';
import type { InputValues } from './inputs/inputValue';

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

/** Something that goes along with a question. */
export type Attachment =
	| {
			readonly kind: 'text';
			readonly name: string;
			readonly languageId: string;
			readonly text: string;
			/** The lines that it is, counting from 1, where it is not the whole file. */
			readonly lines?: { readonly first: number; readonly last: number };
	  }
	| {
			readonly kind: 'image';
			readonly name: string;
			/** `image/png` and the like. */
			readonly mediaType: string;
			/** Base64. */
			readonly data: string;
	  };

/** What an answer has to look like: a JSON schema, and the name under which providers are told of it. */
export interface AnswerSchema {
	readonly name: string;
	readonly schema: Readonly<Record<string, unknown>>;
}

/** What was said before in a conversation: a question as it was asked, and its answer. */
export interface Exchange {
	readonly question: Pick<RunRequest, 'text' | 'instruction' | 'source' | 'attachments'>;
	readonly answer: string;
}

/** One run as it was asked for: enough to do it again. */
export interface RunRequest {
	readonly task: Task;
	/** The repo id. */
	readonly model: string;
	/** `auto`, `fastest`, `cheapest` or a provider's name; absent: the setting decides. */
	readonly provider?: string;
	/** The task's first input where that is a text, else what stands for it in lists, such as the file's name. */
	readonly text: string;
	/** The task's other inputs, by their names in its table. */
	readonly inputs?: InputValues;
	/** For `conversational` only. */
	readonly instruction?: Instruction;
	readonly parameters?: Readonly<Record<string, unknown>>;
	readonly source?: InputSource;
	readonly attachments?: readonly Attachment[];
	/** Tells the model who it is, instead of our own words. For `conversational` only, as all below. */
	readonly system?: string;
	readonly schema?: AnswerSchema;
	/** Definitions of functions, as the chat protocol has them: `{type: 'function', function: {name, …}}`. */
	readonly tools?: ReadonlyArray<Readonly<Record<string, unknown>>>;
	/** The conversation so far, oldest first. */
	readonly earlier?: readonly Exchange[];
	/** It is to be sent although nobody lists the model: it may be one that only its owner sees. */
	readonly unlisted?: boolean;
	/** The beginning of an answer that broke off, which is to be gone on with. */
	readonly answered?: string;
}
