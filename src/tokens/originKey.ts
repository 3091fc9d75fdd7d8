import { placeKey } from './placeKey';
import type { TokenReference } from './resolution';

type VaultReference = Extract<TokenReference, { kind: 'vault' }>;

/** A token and what tells it from others: a place outside does so only together with what lies there. */
type OneToken = VaultReference | (Exclude<TokenReference, VaultReference> & { readonly fingerprint: string });

/**
 * One token as one word: what consents are kept under. A token of the vault keeps its key when it is replaced in place,
 * which nobody but the user does. What comes from outside is another token once its value is another, so that a switch of
 * the command line's does not take along what was said about the token before.
 */
export function originKey(token: OneToken): string {
	return token.kind === 'vault' ? vaultKey(token.id) : `${placeKey(token)}#${token.fingerprint}`;
}

export function vaultKey(id: string): string {
	return placeKey({ kind: 'vault', id });
}
