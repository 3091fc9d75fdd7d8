import type { Identity } from './identity';
import type { ModelQuery, ModelSummary } from './model';

/** One page of a list; `next` is there while the Hub has more. */
export interface ModelPage {
	readonly models: readonly ModelSummary[];
	readonly next?: (signal: AbortSignal) => Promise<ModelPage>;
}

/** The Hub as the features see it. Every failure is a `ProblemError`. */
export interface Hub {
	/** Whose `token` this is; the one call that takes a value, because it is asked before the value is stored. */
	whoAmI(token: string, signal: AbortSignal): Promise<Identity>;
	/** A list of models, 50 at a time. Works without a token for what is public. */
	models(query: ModelQuery, signal: AbortSignal): Promise<ModelPage>;
	/** One model, with its providers. */
	model(id: string, signal: AbortSignal): Promise<ModelSummary>;
}
