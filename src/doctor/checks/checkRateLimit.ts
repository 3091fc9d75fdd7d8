import type { Credential } from '../../net/credential';
import { problemOf } from '../../util/problemOf';
import type { CheckContext } from '../check';
import type { Finding } from '../finding';

/** How many requests are left, as the Hub tells whoever asks: with the token in use, whose account is counted. */
export async function checkRateLimit(
	{ settings, tokens, probe }: CheckContext,
	signal: AbortSignal,
): Promise<readonly Finding[]> {
	const { hub } = settings.endpoints;
	const credential = await usedCredential(tokens, signal);
	const url = `${hub}/api/models?limit=1`;
	const asked = await probe({ url, credential, signal });
	// A token that the Hub refuses is told elsewhere, too.
	const { host, status, rateLimits } =
		credential && asked.status === 401 ? await probe({ url, signal }) : asked;
	if (rateLimits.length > 0) {
		return rateLimits.map(limit => ({ kind: 'network.rate' as const, ...limit }));
	}
	return status === 429
		? [{ kind: 'failed', problem: { code: 'rateLimited' } }]
		: [{ kind: 'network.rateUntold', host }];
}

/** Whatever is wrong with a token, or with renewing a sign-in, is told elsewhere; here it is then asked without one. */
async function usedCredential(
	tokens: CheckContext['tokens'],
	signal: AbortSignal,
): Promise<Credential | undefined> {
	try {
		return await tokens.credential('hub.read', signal);
	} catch (error) {
		if (problemOf(error).code === 'cancelled') {
			throw error;
		}
		return undefined;
	}
}
