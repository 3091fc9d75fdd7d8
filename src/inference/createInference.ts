import type { CredentialSource } from '../net/credential';
import type { Endpoints } from '../net/endpoints';
import type { Operation, OperationOptions } from '../net/operation';
import { canCall } from './callSingle';
import { emitted } from './emitted';
import type { Inference } from './inference';
import { ModelOffers } from './modelOffers';
import { pause } from './pause';
import { RouterCatalogue } from './routerCatalogue';
import { Run } from './run';
import type { Services } from './services';

export interface InferenceOptions {
	readonly endpoints: Endpoints;
	readonly credentials: CredentialSource;
	readonly openOperation: (options: OperationOptions) => Operation;
	/** `auto`, `fastest`, `cheapest` or a provider's name, as the setting has it now. */
	readonly providerPolicy: () => string;
	/** The organisation that pays, as the setting has it now; nothing for the user. */
	readonly billTo: () => string | undefined;
	/** Epoch milliseconds; default `Date.now`. */
	readonly now?: () => number;
	/** Resolves after so many milliseconds, rejects when the signal aborts; default: a timer. */
	readonly pause?: Services['pause'];
	/** Milliseconds without a byte until an answer counts as stalled; default 60,000. */
	readonly stallTimeout?: number;
}

/** Inference over the router and the Hub. Loads the client package: import this module only when it is needed. */
export function createInference(options: InferenceOptions): Inference {
	const services: Services = { now: Date.now, pause, stallTimeout: 60_000, ...options };
	const catalogue = new RouterCatalogue(services);
	const offers = new ModelOffers(services, catalogue, canCall);
	return {
		run: (request, signal) =>
			emitted((emit, left) =>
				new Run(services, catalogue, request, emit).start(AbortSignal.any([signal, left])),
			),
		offers: (task, search, signal) => offers.offers(task, search, signal),
	};
}
