import type { TokenRecord } from '../tokens/tokenRecord';
import type { Tokens } from '../tokens/tokens';

/**
 * The sign-in of an account that a new one takes the place of. The same name on another Hub is another account. Throws
 * `token.keyring`, which alone knows the Hub that gave one.
 */
export async function knownSignIn(
	tokens: Pick<Tokens, 'records' | 'grantOf'>,
	user: string,
	origin: string,
): Promise<TokenRecord | undefined> {
	for (const record of tokens.records) {
		if (record.signIn === undefined || record.user !== user) {
			continue;
		}
		const grant = await tokens.grantOf(record.id);
		// One that has lost its value is of no use but to be signed in with again.
		if (grant === undefined || new URL(grant.hub).origin === origin) {
			return record;
		}
	}
	return undefined;
}
