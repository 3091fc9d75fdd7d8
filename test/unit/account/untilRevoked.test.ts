import assert from 'node:assert/strict';
import { type Revocation, untilRevoked } from '../../../src/account/untilRevoked';
import { ProblemError } from '../../../src/util/problemError';

type Look = 'taken' | 'refused' | 'limited' | 'cancelled';

const GIVEN_UP: readonly Look[] = ['taken', 'taken', 'taken', 'taken', 'taken'];

/** What the Hub says each time, what is made of it, and after how many looks. */
const ROWS: ReadonlyArray<readonly [string, readonly Look[], Revocation, number]> = [
	['gone at once', ['refused'], 'gone', 1],
	['gone after a moment', ['taken', 'taken', 'refused'], 'gone', 3],
	['not gone after all looks', GIVEN_UP, 'works', 5],
	['not known where the Hub cannot be asked', ['limited'], 'unknown', 1],
	['as seen last where the Hub cannot be asked again', ['taken', 'limited'], 'works', 2],
	['not known where the first look is cancelled', ['cancelled'], 'unknown', 1],
	['as seen last where a later look is cancelled', ['taken', 'taken', 'cancelled'], 'works', 3],
];

describe('whether a token was revoked', () => {
	for (const [what, says, expected, looks] of ROWS) {
		it(what, async () => {
			const cancelled = new AbortController();
			const pauses: number[] = [];
			let looked = 0;
			let told = 0;
			const seen = await untilRevoked({
				look: async () => {
					const said = says[looked++];
					assert.ok(said, 'It is asked too often.');
					if (said === 'cancelled') {
						cancelled.abort();
					}
					if (said !== 'taken') {
						throw new ProblemError(
							said === 'refused'
								? { code: 'token.invalid' }
								: said === 'limited'
									? { code: 'rateLimited' }
									: { code: 'cancelled' },
						);
					}
				},
				pause: async milliseconds => pauses.push(milliseconds),
				stillWorks: () => (told += 1),
				signal: cancelled.signal,
			});
			assert.deepEqual([seen, looked, told], [expected, looks, looks - 1]);
			assert.ok(pauses.reduce((sum, one) => sum + one, 0) <= 15_000);
		});
	}

	it('is not waited for any more once that is cancelled', async () => {
		const cancelled = new AbortController();
		const seen = await untilRevoked({
			look: async () => undefined,
			pause: async (_, signal) => {
				cancelled.abort();
				signal.throwIfAborted();
			},
			stillWorks: () => undefined,
			signal: cancelled.signal,
		});
		assert.equal(seen, 'works');
	});
});
