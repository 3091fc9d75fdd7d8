import type { LoopbackHub } from './loopbackHub';
import type { TokenName } from './testTokens';

/** One of the Hub's tokens on its way to an operation, as one that has no name yet. */
export function credentialOf({ origin, tokens }: Pick<LoopbackHub, 'origin' | 'tokens'>, name: TokenName) {
	return { value: tokens[name], name: '', origins: [origin] };
}
