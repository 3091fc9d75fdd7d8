import type { Estimate } from '../shared/draft';
import type { LeftJob, Pricing } from '../shared/run';
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
	readonly supportsTools?: boolean;
	readonly supportsStructuredOutput?: boolean;
	readonly takesImages?: boolean;
	/** Epoch milliseconds, where the router could not be asked and this is what it said then. */
	readonly asOf?: number;
	readonly downloads?: number;
	readonly likes?: number;
}

/** Hears what became of a job after its run has ended; of nothing where the provider had not taken it on. */
export type OnLeftJob = (job: LeftJob | undefined) => void;

/** Inference as the features see it. */
export interface Inference {
	/**
	 * Runs a request. Never throws for what the other side does: that is a `failed` event. Aborting closes the connection; where the run
	 * ends with a job that is `unconfirmed`, what became of it is told later.
	 */
	run(request: RunRequest, signal: AbortSignal, onLeftJob?: OnLeftJob): AsyncIterable<RunEvent>;
	/** The models that serve a task now, best known first, one row per provider. Throws `ProblemError`. */
	offers(task: Task, search: string, signal: AbortSignal): Promise<readonly ModelOffer[]>;
	/** The commit of a model's main branch, as the Hub has it now. Throws `ProblemError`. */
	revision(model: string, signal: AbortSignal): Promise<string | undefined>;
	/**
	 * What a run will be, or was if `answer` has come of it, as far as that can be known without asking anybody; nothing for what is not
	 * told in tokens, such as pictures.
	 */
	estimate(request: RunRequest, answer?: string): Promise<Estimate | undefined>;
	/** Asks the router again at the next look, however fresh its figures are. */
	refresh(): void;
	/** Who serves a chat model now, in the router's order; empty if nobody does. Throws `ProblemError`. */
	providers(model: string, signal: AbortSignal): Promise<readonly ModelOffer[]>;
}
