import assert from 'node:assert/strict';
import { checkSummary, type CheckOutcome } from '../../../src/account/checkOutcome';

const one = (name: string, state: CheckOutcome['state'], user?: string): CheckOutcome => ({
	name,
	state,
	...(user === undefined ? {} : { user }),
});

const CASES: ReadonlyArray<readonly [readonly CheckOutcome[], string]> = [
	[[one('“a”', 'valid', 'ada')], '“a” works for ada.'],
	[
		[one('the token of the hf command line', 'valid', 'ada')],
		'The token of the hf command line works for ada.',
	],
	[[one('“a”', 'valid', 'ada'), one('“b”', 'valid', 'bram')], 'All 2 tokens work.'],
	[[one('“a”', 'expired')], '“a” has expired.'],
	[[one('“a”', 'invalid')], '“a” is unknown to the Hub: it was deleted or revoked.'],
	[[one('“a”', 'unreadable')], '“a” cannot be read from the keyring: unlock it, or replace the token.'],
	[[one('“a”', 'valid', 'ada'), one('“b”', 'expired')], '“b” has expired. “a” works for ada.'],
	[
		[one('“a”', 'valid', 'ada'), one('“b”', 'expired'), one('“c”', 'valid', 'ada')],
		'“b” has expired. The other 2 work.',
	],
];

describe('what a check of tokens says', () => {
	for (const [outcomes, expected] of CASES) {
		it(expected, () => assert.equal(checkSummary(outcomes), expected));
	}
});
