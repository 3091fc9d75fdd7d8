import assert from 'node:assert/strict';
import { type TokenAge, tokenAge } from '../../../src/tokens/tokenAge';

const DAY = 24 * 60 * 60 * 1000;
const NOW = 1000 * DAY;

describe('the age of a token', () => {
	const CASES: ReadonlyArray<
		readonly [
			string,
			{ createdAt?: number; addedAt?: number; expiresAt?: number },
			number,
			TokenAge | undefined,
		]
	> = [
		['is worth no word before the limit', { createdAt: NOW - 89 * DAY }, 90, undefined],
		['is said at the limit', { createdAt: NOW - 90 * DAY }, 90, { kind: 'old', days: 90 }],
		[
			'counts from the day it was added, where the Hub tells none',
			{ addedAt: NOW - 100 * DAY },
			90,
			{ kind: 'old', days: 100 },
		],
		[
			'counts from its creation, not from when it was added',
			{ createdAt: NOW - DAY, addedAt: NOW - 100 * DAY },
			90,
			undefined,
		],
		['is never said where the limit is 0', { createdAt: 0 }, 0, undefined],
		['is said when it ends soon', { expiresAt: NOW + 2.5 * DAY }, 0, { kind: 'ending', days: 3 }],
		['is not said when it ends later', { expiresAt: NOW + 8 * DAY }, 90, undefined],
		['is over when it is', { expiresAt: NOW }, 90, { kind: 'ended' }],
		['ends before it is old', { createdAt: 0, expiresAt: NOW + DAY }, 90, { kind: 'ending', days: 1 }],
	];
	for (const [what, facts, limit, expected] of CASES) {
		it(what, () => {
			assert.deepEqual(tokenAge({ addedAt: NOW, ...facts }, NOW, limit), expected);
		});
	}
});
