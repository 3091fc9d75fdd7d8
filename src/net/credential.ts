import type { Permission } from '../shared/permission';

/**
 * An access token on its way to one operation. Held no longer than the operation; never logged, stored or shown.
 * `origins` are the only places it may be sent to.
 */
export interface Credential {
	readonly value: string;
	/** The token's name in the vault, the environment variable or the file that it came from. */
	readonly name: string;
	/** Which token it is (`originKey`), for asking the user about it; absent for one that is not kept anywhere. */
	readonly key?: string;
	readonly origins: readonly string[];
	/** It is known not to see what it was asked for, if that is private: a repo of the user's, or of an organisation of theirs. */
	readonly missesPrivate?: true;
}

/**
 * Answers with the token to use for an operation, or with nothing where none is to be had. `on` is on whose behalf, or on
 * what, it is to be used: a user, an organisation, or a repo's id; nothing for the account itself.
 */
export type CredentialSource = (
	permission: Permission,
	signal: AbortSignal,
	on?: string,
) => Promise<Credential | undefined>;
