import type { Environment } from './cliTokenPath';
import type { Lease } from './oauth/lease';
import type { OAuthClient } from './oauth/oauthClient';
import type { TokenFiles } from './tokenFiles';
import type { TokenRecord } from './tokenRecord';
import type { Memento } from './tokenStore';
import type { Secrets } from './vault';

/** What the tokens stand on: where they are kept, what is outside, and where they may go. */
export interface TokensOptions {
	readonly secrets: Secrets;
	readonly globalState: Memento;
	readonly workspaceState: Memento;
	readonly environment: Environment;
	readonly files: TokenFiles;
	/** Where the Hub and the router are: origins, the Hub's first. */
	readonly hubOrigins: () => readonly string[];
	/** Of those that are not Hugging Face's own, the ones that the user's settings allow for every token; default none. */
	readonly allowedOrigins?: () => readonly string[];
	/** Epoch milliseconds. */
	readonly now: () => number;
	/** An id that no other window makes; it becomes part of a secret's key. */
	readonly randomId: () => string;
	/**
	 * Asks the Hub about a token of the vault and keeps what it says: before one is said to be no good by what was known an
	 * hour ago. Without it, what is known counts.
	 */
	readonly recheck?: (record: TokenRecord, signal: AbortSignal) => Promise<unknown>;
	/** Milliseconds that the secret store may take; default 10,000. */
	readonly patience?: number;
	/** How sign-ins are renewed. Without it, they are good until they expire. */
	readonly oauth?: {
		readonly client: OAuthClient;
		readonly lease: Lease;
		readonly pause: (milliseconds: number) => Promise<void>;
	};
}
