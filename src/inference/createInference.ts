import type { Credential, CredentialSource } from '../net/credential';
import type { Endpoints } from '../net/endpoints';
import { NetworkWatch } from '../net/networkWatch';
import type { Operation, OperationOptions } from '../net/operation';
import { canCall } from './callSingle';
import type { CatalogueCopy } from './catalogueCopy';
import { emitted } from './emitted';
import { Estimates } from './estimates';
import type { Inference } from './inference';
import type { ReadFile } from './inputs/loadInputs';
import { ModelOffers } from './modelOffers';
import { modelRevision } from './modelRevision';
import { pause } from './pause';
import { readLocalFile } from './inputs/readLocalFile';
import { RouterCatalogue } from './routerCatalogue';
import { Run } from './run';
import type { Services } from './services';
import { hubCache } from './tokenCounter';
import { Turns } from './turns';

export interface InferenceOptions {
	readonly endpoints: Endpoints;
	readonly credentials: CredentialSource;
	readonly openOperation: (options: OperationOptions) => Operation;
	/** Reads a file that is an input of a run; default: what `file:` addresses name on this machine. */
	readonly readFile?: ReadFile;
	/** `auto`, `fastest`, `cheapest` or a provider's name, as the setting has it now. */
	readonly providerPolicy: () => string;
	/** The user's own order of providers, as the setting has it now; default: none. */
	readonly preferredProviders?: () => readonly string[];
	/** Where the router's list of models is kept for when it cannot be asked; default: nowhere. */
	readonly copy?: CatalogueCopy;
	/** The folder in which Hugging Face's libraries keep what they have downloaded; default: as they find it. */
	readonly cache?: string;
	/** The organisation that pays, as the setting has it now; nothing for the user. */
	readonly billTo: () => string | undefined;
	/** Hears of a token that the router does not take. */
	readonly onRefused?: (credential: Credential) => void;
	/** Epoch milliseconds; default `Date.now`. */
	readonly now?: () => number;
	/** Whether this machine has no network any more by which a host could be reached; default: as its network interfaces say. */
	readonly isOffline?: Services['isOffline'];
	/** Resolves after so many milliseconds, rejects when the signal aborts; default: a timer. */
	readonly pause?: Services['pause'];
	/** Milliseconds without a byte until an answer counts as stalled; default 60,000. */
	readonly stallTimeout?: number;
	/** Milliseconds that a run waits in all for rate limits to be lifted; default 60,000. */
	readonly rateLimitWait?: number;
}

/** Milliseconds. */
const STALL_TIMEOUT = 60_000;
const RATE_LIMIT_WAIT = 60_000;

/** Inference over the router and the Hub. Loads the client package: import this module only when it is needed. */
export function createInference(options: InferenceOptions): Inference {
	const network = new NetworkWatch();
	const services: Services = {
		now: Date.now,
		pause,
		isOffline: hostname => network.isGone(hostname),
		readFile: readLocalFile,
		preferredProviders: () => [],
		copy: undefined,
		...options,
		// As the setting has it when it is looked at.
		get stallTimeout() {
			return options.stallTimeout ?? STALL_TIMEOUT;
		},
		get rateLimitWait() {
			return options.rateLimitWait ?? RATE_LIMIT_WAIT;
		},
	};
	const catalogue = new RouterCatalogue(services);
	const turns = new Turns(services.now, services.pause);
	const offers = new ModelOffers(services, catalogue, canCall);
	const estimates = new Estimates(services, catalogue, options.cache ?? hubCache(process.env));
	return {
		run: (request, signal, onLeftJob) =>
			emitted((emit, left) =>
				new Run({ services, catalogue, turns, offers, estimates }, request, emit, onLeftJob).start(
					AbortSignal.any([signal, left]),
				),
			),
		offers: (task, search, signal) => offers.offers(task, search, signal),
		revision: (model, signal) => modelRevision(services, model, signal),
		estimate: (request, answer) => estimates.of(request, answer),
		refresh: () => catalogue.forget(),
		providers: (model, signal) => offers.providers(model, signal),
	};
}
