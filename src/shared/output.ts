/** A label and the probability that the model gives it, between 0 and 1. */
export interface ScoredLabel {
	readonly label: string;
	readonly score: number;
}

/** A labelled stretch of the input: `start` and `end` are UTF-16 offsets into the run's input text, end exclusive. */
export interface Span extends ScoredLabel {
	readonly start: number;
	readonly end: number;
}

/** A tool that a model asked to be called. `arguments` is what it wrote, which is JSON if it kept to the protocol. */
export interface ToolCall {
	readonly id: string;
	readonly name: string;
	readonly arguments: string;
}

/** What could stand in place of a mask, and the whole sentence with it. `score` is between 0 and 1. */
export interface Fill {
	readonly token: string;
	readonly score: number;
	readonly sequence: string;
}

/** A stretch of a context that answers a question: UTF-16 offsets into it, end exclusive; empty where the model gave none. */
export interface AnswerSpan {
	readonly text: string;
	readonly score: number;
	readonly start: number;
	readonly end: number;
}

/** A labelled rectangle in a picture, in its own pixels from its top left corner. */
export interface Box extends ScoredLabel {
	readonly xmin: number;
	readonly ymin: number;
	readonly xmax: number;
	readonly ymax: number;
}

/** A labelled part of a picture. The mask is a picture of the same size: white where the part is, black elsewhere. */
export interface Mask<M> {
	readonly label: string;
	readonly score?: number;
	readonly mask: M;
}

export interface Clip<M> {
	readonly label?: string;
	readonly audio: M;
}

/** A stretch of speech, in seconds from the start of the sound. */
export interface TranscriptChunk {
	readonly text: string;
	readonly start: number;
	readonly end?: number;
}

/** A picture, sound or film as it came: in memory, or in a file of its own where it is too large for that. */
export type Media =
	| { readonly mimeType: string; readonly bytes: Uint8Array }
	| { readonly mimeType: string; readonly file: string };

/**
 * A picture, sound or film of a run that is kept. `name` is that of its file in the run's own folder and comes from us, as
 * does `mimeType`, which is told from the file's first bytes. `size` is in bytes.
 */
export interface MediaFile {
	readonly mimeType: string;
	readonly name: string;
	readonly size: number;
}

/** What a run answers, one kind per way of looking at it. The page has one renderer for each. */
export type Output<M = Media> =
	| { readonly kind: 'text'; readonly text: string }
	| {
			readonly kind: 'chat';
			readonly content: string;
			readonly reasoning: string;
			readonly toolCalls?: readonly ToolCall[];
	  }
	| { readonly kind: 'labels'; readonly labels: readonly ScoredLabel[] }
	| { readonly kind: 'spans'; readonly text: string; readonly spans: readonly Span[] }
	/** `text` is what was given, with `mask` in it where a token is missing; the likeliest fill comes first. */
	| { readonly kind: 'fills'; readonly text: string; readonly mask: string; readonly fills: readonly Fill[] }
	| {
			readonly kind: 'answer';
			readonly context: string;
			readonly question: string;
			readonly answers: readonly AnswerSpan[];
	  }
	/** `tokens`: of how many vectors it is the mean, where the model gave one per token of the text. */
	| { readonly kind: 'vector'; readonly values: readonly number[]; readonly tokens?: number }
	/** Those of several texts, in their order and of one length; `tokens` as of one, for each text. */
	| {
			readonly kind: 'vectors';
			readonly texts: readonly string[];
			readonly vectors: ReadonlyArray<readonly number[]>;
			readonly tokens?: readonly number[];
	  }
	/** How alike each of the sentences is to the source, mostly between 0 and 1. */
	| {
			readonly kind: 'similarity';
			readonly source: string;
			readonly sentences: readonly string[];
			readonly scores: readonly number[];
	  }
	/** `cells` are those that an answer was taken from, each as its row and column, counted from 0. */
	| {
			readonly kind: 'table';
			readonly columns: readonly string[];
			readonly rows: ReadonlyArray<readonly string[]>;
			readonly cells: ReadonlyArray<readonly [row: number, column: number]>;
			readonly answer?: string;
			/** What was done with the cells, such as `SUM`; absent where nothing was. */
			readonly aggregator?: string;
	  }
	| { readonly kind: 'image'; readonly image: M }
	| { readonly kind: 'boxes'; readonly image: M; readonly boxes: readonly Box[] }
	| { readonly kind: 'masks'; readonly image: M; readonly masks: ReadonlyArray<Mask<M>> }
	| { readonly kind: 'audio'; readonly clips: ReadonlyArray<Clip<M>> }
	| {
			readonly kind: 'transcript';
			readonly text: string;
			readonly chunks?: readonly TranscriptChunk[];
			/** What was listened to. */
			readonly audio?: M;
	  }
	| { readonly kind: 'video'; readonly video: M }
	/** Any other legal answer: JSON, as it was parsed. */
	| { readonly kind: 'json'; readonly value: unknown };

export type OutputKind = Output['kind'];
export type OutputOf<K extends OutputKind, M = Media> = Extract<Output<M>, { kind: K }>;

/** An output as the history and the page have it: what is in it of pictures, sounds and films is in files. */
export type KeptOutput = Output<MediaFile>;
export type KeptOutputOf<K extends OutputKind> = OutputOf<K, MediaFile>;
