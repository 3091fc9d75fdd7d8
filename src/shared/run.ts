import type { AttachmentView, ChatSettings, Estimate } from './draft';
import type { KeptOutput } from './output';
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
	/** It was sent and not refused, and may be charged, but the provider has not said how many tokens it took. */
	readonly uncounted?: true;
	/** The name of the access token that was sent. */
	readonly tokenName?: string;
	/** USD, from `usage` and the provider's pricing; absent when either is unknown. */
	readonly cost?: number;
}

/** Why a model stopped by itself. `length` means that the answer hit the limit of tokens. */
export type FinishReason = 'stop' | 'length' | 'toolCalls' | 'contentFilter' | 'other';

/**
 * A wait that the user is told about: for a model to be loaded, for a rate limit to be lifted, for one of the runs that go on to
 * end, for a job in the provider's own queue, or for the provider to cancel it. `until` is epoch milliseconds, when known.
 */
export interface Waiting {
	readonly why: 'loading' | 'limited' | 'turn' | 'queued' | 'cancelling';
	readonly until?: number;
}

/** A problem in words, ready to be shown: what happened, why and what to do, as buttons. */
export interface WordedProblem {
	readonly code: string;
	readonly title: string;
	readonly explanation: string;
	readonly remedies: readonly string[];
}

/**
 * What became of a job in a provider's queue when its run was stopped: the provider has taken the word for it, it has not (the job may
 * go on and be charged), it has no way to be told, or it had not confirmed the job yet, and is told when it does.
 */
export type LeftJob = 'cancelled' | 'notCancelled' | 'noCancelling' | 'unconfirmed';

export type RunState =
	| { readonly type: 'running'; readonly waiting?: Waiting }
	| { readonly type: 'finished'; readonly reason: FinishReason }
	| { readonly type: 'stopped'; readonly job?: LeftJob }
	| { readonly type: 'failed'; readonly problem: WordedProblem };

/** Where the input came from; absent where there is no document to go back to. Lines count from 1. */
export interface RunSource {
	readonly fileName: string;
	readonly languageId: string;
	readonly firstLine: number;
	readonly lastLine: number;
}

/** Whether an answer keeps to the schema that was asked for: a sentence for each place where it does not. */
export interface AnswerCheck {
	readonly complaints: readonly string[];
}

/** One of the things that a task was asked, by its title. */
export interface AskedView {
	readonly title: string;
	/** Shortened for display. */
	readonly text: string;
}

/** One run as the page and the history know it. */
export interface RunView {
	readonly id: string;
	/** The run that this one goes on from, in a conversation. */
	readonly parent?: string;
	/** The first run of a conversation that this one begins anew, with another question. */
	readonly twin?: string;
	/** The same for all runs that are compared with one another. */
	readonly group?: string;
	readonly task: Task;
	/** What was asked in the user's words, such as “Explain”; for tasks without an instruction, the task's name. */
	readonly title: string;
	readonly model: string;
	/** Absent until the provider is known. */
	readonly provider?: string;
	/** The text that the model was given, shortened for display to at most 2,000 characters. */
	readonly input: string;
	readonly source?: RunSource;
	/** For a chat: the question, to be asked again in other words; absent where it is too long for that. */
	readonly prompt?: string;
	readonly attachments?: readonly AttachmentView[];
	/** What was asked beside the input, such as a question about it. */
	readonly asked?: readonly AskedView[];
	readonly settings?: ChatSettings;
	/** For an answer that had to keep to a schema, once it is whole. */
	readonly check?: AnswerCheck;
	/** Epoch milliseconds. */
	readonly startedAt: number;
	readonly state: RunState;
	readonly output?: KeptOutput;
	readonly metrics?: Metrics;
	/** Of a run that goes on: what it will be, as far as that is known before its end. */
	readonly estimate?: Estimate;
	/** Whether the answer is, or will be, something that can be written into a document. */
	readonly canInsert: boolean;
	/** Whether it can stand in place of what was given: it says the same in other words, and its place in a document is known. */
	readonly canReplace: boolean;
}
