import type { CredentialSource } from '../net/credential';
import type { Endpoints } from '../net/endpoints';
import type { Operation, OperationOptions } from '../net/operation';

/** What inference needs of the rooms around it. */
export interface Services {
	readonly endpoints: Endpoints;
	readonly credentials: CredentialSource;
	readonly openOperation: (options: OperationOptions) => Operation;
	/** `auto`, `fastest`, `cheapest` or a provider's name, as the setting has it now. */
	readonly providerPolicy: () => string;
	/** The organisation that pays, if not the user. */
	readonly billTo: () => string | undefined;
	/** Epoch milliseconds. */
	readonly now: () => number;
	/** Resolves after so many milliseconds, rejects when the signal aborts. */
	readonly pause: (milliseconds: number, signal: AbortSignal) => Promise<void>;
	/** Milliseconds without a byte until an answer counts as stalled. */
	readonly stallTimeout: number;
}
