import type { Permission } from '../shared/permission';

/**
 * An access token on its way to one operation. Held no longer than the operation; never logged, stored or shown.
 * `origins` are the only places it may be sent to.
 */
export interface Credential {
	readonly value: string;
	/** The token's name in the vault, the environment variable or the file that it came from. */
	readonly name: string;
	readonly origins: readonly string[];
}

/** Answers with the token to use for an operation, or with nothing where none is to be had. */
export type CredentialSource = (
	permission: Permission,
	signal: AbortSignal,
) => Promise<Credential | undefined>;
