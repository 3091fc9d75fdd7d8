import type { Hub } from '../hub/hub';
import type { Identity } from '../hub/identity';
import type { Credential } from '../net/credential';
import { problemOf } from '../util/problemOf';

/** Whose a token is, or that the Hub refuses it. Asked anew: this is for a user who wants to know. Throws anything else. */
export async function askWhose(
	{ hub }: { readonly hub: Pick<Hub, 'whoAmI'> },
	credential: Credential,
	signal: AbortSignal,
): Promise<Identity | 'invalid' | 'expired'> {
	try {
		return await hub.whoAmI(credential, signal, 'fresh');
	} catch (error) {
		const { code } = problemOf(error);
		if (code === 'token.invalid') {
			return 'invalid';
		}
		if (code === 'token.expired') {
			return 'expired';
		}
		throw error;
	}
}
