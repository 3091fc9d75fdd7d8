import type { NewToken } from '../../../src/tokens/tokens';

/** Facts of a token, as the Hub might tell them. */
export function newToken(facts: Partial<NewToken> = {}): NewToken {
	return { name: 'vscode', user: 'ada', role: 'write', organisations: [], isPro: false, ...facts };
}
