import type { Output } from './output';
import type { Task } from './task';

/** USD per million tokens, as `GET /v1/models` of the router gives it. */
export interface Pricing {
	readonly input: number;
	readonly output: number;
}

/** Tokens of one run, as the provider counted them. */
export interface Usage {
	readonly promptTokens: number;
	readonly completionTokens: number;
}

/** Measured at the client; `tokensPerSecond` counts completion tokens from the first one to the last. */
export interface Metrics {
	readonly durationMs: number;
	readonly firstTokenMs?: number;
	readonly tokensPerSecond?: number;
	readonly usage?: Usage;
	/** USD, from `usage` and the provider's pricing; absent when either is unknown. */
	readonly cost?: number;
}

/** Why a model stopped by itself. `length` means that the answer hit the limit of tokens. */
export type FinishReason = 'stop' | 'length' | 'toolCalls' | 'contentFilter' | 'other';

/** A wait that the user is told about. `until` is epoch milliseconds, when known. */
export interface Waiting {
	readonly why: 'loading' | 'queued' | 'retrying';
	readonly until?: number;
}

/** A problem in words, ready to be shown: what happened, why and what to do, as buttons. */
export interface WordedProblem {
	readonly code: string;
	readonly title: string;
	readonly explanation: string;
	readonly remedies: readonly string[];
}

export type RunState =
	| { readonly type: 'running'; readonly waiting?: Waiting }
	| { readonly type: 'finished'; readonly reason: FinishReason }
	| { readonly type: 'stopped' }
	| { readonly type: 'failed'; readonly problem: WordedProblem };

/** Where the input came from; absent where there is no document to go back to. Lines count from 1. */
export interface RunSource {
	readonly fileName: string;
	readonly languageId: string;
	readonly firstLine: number;
	readonly lastLine: number;
}

/** One run as the page and the history know it. */
export interface RunView {
	readonly id: string;
	readonly task: Task;
	/** What was asked in the user's words, such as “Explain”; for tasks without an instruction, the task's name. */
	readonly title: string;
	readonly model: string;
	/** Absent until the provider is known. */
	readonly provider?: string;
	/** The text that the model was given, shortened for display to at most 2,000 characters. */
	readonly input: string;
	readonly source?: RunSource;
	/** Epoch milliseconds. */
	readonly startedAt: number;
	readonly state: RunState;
	readonly output?: Output;
	readonly metrics?: Metrics;
	/** Whether Insert and Replace make sense: a document is known and the answer is text. */
	readonly canInsert: boolean;
	readonly canReplace: boolean;
}
