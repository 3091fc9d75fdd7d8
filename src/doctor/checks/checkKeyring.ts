import { problemOf } from '../../util/problemOf';
import type { CheckContext } from '../check';
import type { TokenFinding } from '../findings/tokenFinding';

/** Writes a value that means nothing, reads it back and deletes it; and says what is not in the keyring. */
export async function checkKeyring(
	{ tokens }: CheckContext,
	signal: AbortSignal,
): Promise<readonly TokenFinding[]> {
	const names = tokens.records.filter(({ isSessionOnly }) => isSessionOnly).map(({ name }) => `“${name}”`);
	return [
		...(await probe(tokens, signal)),
		...(names.length > 0 ? [{ kind: 'tokens.sessionOnly' as const, names }] : []),
	];
}

async function probe(tokens: CheckContext['tokens'], signal: AbortSignal): Promise<readonly TokenFinding[]> {
	try {
		await tokens.probeKeyring(signal);
		const count = await tokens.countUnlisted();
		return [
			{ kind: 'tokens.keyringWorks' },
			...(count > 0 ? [{ kind: 'tokens.unlisted' as const, count }] : []),
		];
	} catch (error) {
		const problem = problemOf(error);
		if (problem.code !== 'token.keyring') {
			throw error;
		}
		return [{ kind: 'tokens.keyringFails', detail: problem.detail }];
	}
}
