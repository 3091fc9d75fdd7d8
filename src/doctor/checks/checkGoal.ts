import { originWords, tokenName } from '../../ui/tokenWords';
import { problemOf } from '../../util/problemOf';
import type { CheckContext } from '../check';
import type { Finding } from '../finding';
import { goalFindings, type GoalToken } from './goalFindings';

/** Whether what the user wants to do is possible with the token in use. */
export async function checkGoal(context: CheckContext, signal: AbortSignal): Promise<readonly Finding[]> {
	const { tokens, goal } = context;
	const others = tokens.records
		.filter(({ state }) => state === 'valid')
		.map(record => ({ name: tokenName(record), tokenId: record.id, rights: record }));
	return goalFindings(goal, await usedToken(context, signal), others);
}

async function usedToken({ tokens, hub }: CheckContext, signal: AbortSignal): Promise<GoalToken | undefined> {
	const { origin } = await tokens.resolve();
	if (origin === undefined) {
		return undefined;
	}
	const name = originWords(origin);
	if (origin.kind === 'vault') {
		return { name, tokenId: origin.id, rights: tokens.records.find(({ id }) => id === origin.id) };
	}
	try {
		const credential = await tokens.credentialAt(origin, signal);
		return { name, rights: credential && (await hub.whoAmI(credential, signal)) };
	} catch (error) {
		// Told with the tokens; what such a token may do is then not known.
		if (problemOf(error).code === 'cancelled') {
			throw error;
		}
		return { name };
	}
}
