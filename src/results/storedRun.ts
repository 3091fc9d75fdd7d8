import type { RunRequest } from '../inference/runRequest';
import type { KeptOutput } from '../shared/output';
import type { Problem } from '../shared/problem';
import type { AnswerCheck, FinishReason, LeftJob, Metrics, Waiting } from '../shared/run';

/** Where a run is, with its problem as data. */
export type StoredState =
	| { readonly type: 'running'; readonly waiting?: Waiting }
	| { readonly type: 'finished'; readonly reason: FinishReason }
	| { readonly type: 'stopped'; readonly job?: LeftJob }
	| { readonly type: 'failed'; readonly problem: Problem };

/** All of a run at one moment, as the history keeps it: enough to show it and to do it again. */
export interface StoredRun {
	readonly version: 1;
	readonly id: string;
	readonly request: RunRequest;
	/** The run that this one goes on from, in a conversation. */
	readonly parent?: string;
	/** The first run of the conversation that this one begins anew. */
	readonly twin?: string;
	/** The same for all runs that are compared with one another. */
	readonly group?: string;
	/** Epoch milliseconds. */
	readonly startedAt: number;
	/** The model and provider that really ran; absent until the provider is known. */
	readonly model?: string;
	readonly provider?: string;
	readonly state: StoredState;
	readonly output?: KeptOutput;
	readonly metrics?: Metrics;
	readonly check?: AnswerCheck;
}
