import type { Credential } from '../net/credential';
import type { Permission } from '../shared/permission';
import type { Event } from '../util/emitter';
import type { Resolution } from './resolution';
import type { TokenRecord } from './tokenRecord';

/** Facts of a new token, as the Hub told them. */
export type NewToken = Omit<TokenRecord, 'id' | 'addedAt' | 'checkedAt' | 'lastUsedAt' | 'state'>;

/** The vault and the resolver as the features see them. Only `credential` answers with a value. */
export interface Tokens {
	readonly records: readonly TokenRecord[];
	/** The vault's default token. */
	readonly defaultId: string | undefined;
	readonly onDidChange: Event<void>;
	/** Stores the value, reads it back, then the facts; the first token becomes the default. Throws `ProblemError` (`token.keyring`), leaving nothing behind. */
	add(facts: NewToken, value: string): Promise<TokenRecord>;
	rename(id: string, name: string): Promise<void>;
	/** Puts a new value in the place of an old one; the old one goes only after the new one was read back. */
	replace(id: string, facts: NewToken, value: string): Promise<TokenRecord>;
	remove(id: string): Promise<void>;
	setDefault(id: string): Promise<void>;
	/** This workspace's own choice; `undefined` goes back to the default. */
	setWorkspaceChoice(id: string | undefined): Promise<void>;
	/** Records what a check said. */
	update(id: string, change: Partial<Omit<TokenRecord, 'id'>>): Promise<void>;
	/** Which token is used here, and why. Reads the environment and the CLI's file, no network. */
	resolve(): Promise<Resolution>;
	/** The token to use for an operation, or nothing where there is none. Throws `ProblemError` (`token.permission`, `token.keyring`, `token.format`). */
	credential(permission: Permission, signal: AbortSignal): Promise<Credential | undefined>;
	/** The value of one token of the vault, for checking it against the Hub. */
	credentialOf(id: string): Promise<Credential | undefined>;
}
