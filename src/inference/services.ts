import type { Credential, CredentialSource } from '../net/credential';
import type { Endpoints } from '../net/endpoints';
import type { ReadFile } from './inputs/loadInputs';
import type { CatalogueCopy } from './catalogueCopy';
import type { Operation, OperationOptions } from '../net/operation';

/** What inference needs of the rooms around it. */
export interface Services {
	readonly endpoints: Endpoints;
	readonly credentials: CredentialSource;
	readonly openOperation: (options: OperationOptions) => Operation;
	/** Reads a file that is an input of a run. */
	readonly readFile: ReadFile;
	/** `auto`, `fastest`, `cheapest` or a provider's name, as the setting has it now. */
	readonly providerPolicy: () => string;
	/** The user's own order of providers, for `preferred`; empty for the one that they have on the Hub. */
	readonly preferredProviders: () => readonly string[];
	/** The organisation that pays, if not the user. */
	readonly billTo: () => string | undefined;
	/** Hears of a token that the router does not take. */
	readonly onRefused?: (credential: Credential) => void;
	/** Epoch milliseconds. */
	readonly now: () => number;
	/** Whether this machine has no network any more by which a host could be reached. */
	readonly isOffline: (hostname: string) => boolean;
	/** Resolves after so many milliseconds, rejects when the signal aborts. */
	readonly pause: (milliseconds: number, signal: AbortSignal) => Promise<void>;
	/** Where the router's list of models is kept. */
	readonly copy: CatalogueCopy | undefined;
	/** Milliseconds without a byte until an answer counts as stalled. */
	readonly stallTimeout: number;
	/** Milliseconds that a run waits in all for rate limits to be lifted; 0 for not at all. */
	readonly rateLimitWait: number;
}
