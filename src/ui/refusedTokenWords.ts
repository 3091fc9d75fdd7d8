import type { ProblemOf } from '../shared/problem';
import { placeOfKey } from '../tokens/placeOfKey';
import type { ProblemWords } from './problemWords';
import { REMEDIES } from './remedies';
import { quotedToken } from './quotedToken';

/** Of what is not ours to change: another token is used in its place. */
const ANOTHER = [REMEDIES.switchToken, REMEDIES.addToken];

/**
 * What to do about a token that the Hub does not take. Only one of the vault can be replaced here; the others are changed
 * where they lie, and no good token is to be written over in their place.
 */
export function refusedTokenWords({
	code,
	tokenName,
	tokenKey,
}: ProblemOf<'token.invalid' | 'token.expired'>): ProblemWords {
	const isExpired = code === 'token.expired';
	const title = isExpired ? 'The access token has expired.' : 'The Hub refuses the access token.';
	const because = isExpired
		? 'is past its expiry date'
		: 'is unknown to the Hub: it was mistyped, deleted or revoked';
	const place = tokenKey === undefined ? undefined : placeOfKey(tokenKey);
	switch (place?.kind) {
		case 'vault':
			return {
				title,
				explanation: `${quotedToken(tokenName)} ${because}. Replace it with a new one.`,
				remedies: [
					{ label: 'Replace Token…', command: 'hfWorkbench.replaceToken', args: [{ tokenId: place.id }] },
					REMEDIES.switchToken,
				],
			};
		case 'environment':
			return {
				title,
				explanation: `${place.variable} of the environment ${because}. Change it where it is set and start the editor anew, or use another token here.`,
				remedies: ANOTHER,
			};
		case 'cli':
		case 'stored': {
			const what = place.kind === 'cli' ? 'The token' : `“${place.name}”`;
			return {
				title,
				explanation: `${what} of the hf command line ${because}. Run “hf auth login” in a terminal, or use another token here.`,
				remedies: ANOTHER,
			};
		}
		case undefined:
			return {
				title,
				explanation: `${quotedToken(tokenName)} ${because}. Use another one.`,
				remedies: ANOTHER,
			};
	}
}
