import type { Pricing } from '../shared/run';
import type { Task } from '../shared/task';
import type { RunEvent } from './runEvent';
import type { RunRequest } from './runRequest';

/** A model that can be run now, at one provider: a row of the pick list. */
export interface ModelOffer {
	readonly model: string;
	readonly provider: string;
	readonly pricing?: Pricing;
	/** Tokens. */
	readonly contextLength?: number;
	/** Tokens per second, as the router measured it. */
	readonly throughput?: number;
	/** Milliseconds, as the router measured it. */
	readonly firstTokenLatency?: number;
	readonly downloads?: number;
	readonly likes?: number;
}

/** Inference as the features see it. */
export interface Inference {
	/** Runs a request. Never throws for what the other side does: that is a `failed` event. Aborting closes the connection. */
	run(request: RunRequest, signal: AbortSignal): AsyncIterable<RunEvent>;
	/** The models that serve a task now, best known first, one row per provider. Throws `ProblemError`. */
	offers(task: Task, search: string, signal: AbortSignal): Promise<readonly ModelOffer[]>;
}
