import type { RunRequest } from '../inference/runRequest';
import type { Output } from '../shared/output';
import type { Problem } from '../shared/problem';
import type { FinishReason, Metrics, Waiting } from '../shared/run';

/** Where a run is, with its problem as data. */
export type StoredState =
	| { readonly type: 'running'; readonly waiting?: Waiting }
	| { readonly type: 'finished'; readonly reason: FinishReason }
	| { readonly type: 'stopped' }
	| { readonly type: 'failed'; readonly problem: Problem };

/** All of a run at one moment, as the history keeps it: enough to show it and to do it again. */
export interface StoredRun {
	readonly version: 1;
	readonly id: string;
	readonly request: RunRequest;
	/** Epoch milliseconds. */
	readonly startedAt: number;
	/** The model and provider that really ran; absent until the provider is known. */
	readonly model?: string;
	readonly provider?: string;
	readonly state: StoredState;
	readonly output?: Output;
	readonly metrics?: Metrics;
}
