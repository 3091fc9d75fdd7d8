import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { Patience } from '../../../src/inference/patience';
import type { Problem } from '../../../src/shared/problem';

const loading = (estimatedSeconds?: number): Problem => ({
	code: 'loading',
	...(estimatedSeconds !== undefined && { estimatedSeconds }),
});
const limited = (resetSeconds?: number): Problem => ({
	code: 'rateLimited',
	...(resetSeconds !== undefined && { resetSeconds }),
});

describe('Patience', () => {
	it('waits as long as a model’s estimate says, but asks at least once a minute and at most once a second', () => {
		const seconds = [20, 0, 600, undefined].map(
			estimate => new Patience(60).waitAfter(loading(estimate), 0)?.seconds,
		);
		assert.deepEqual(seconds, [20, 1, 60, 5]);
	});

	it('waits five minutes for a model in all', () => {
		fc.assert(
			fc.property(fc.array(fc.nat(900), { minLength: 301, maxLength: 301 }), estimates => {
				const patience = new Patience(60);
				const waits = estimates.map(estimate => patience.waitAfter(loading(estimate), 0)?.seconds);
				assert.equal(
					waits.reduce<number>((sum, seconds = 0) => sum + seconds, 0),
					300,
				);
				assert.equal(waits.at(-1), undefined);
			}),
			{ numRuns: 20 },
		);
	});

	it('waits for rate limits as long as the setting says, in all', () => {
		const patience = new Patience(60);
		assert.deepEqual(patience.waitAfter(limited(50), 0), { why: 'limited', seconds: 50 });
		assert.deepEqual(patience.waitAfter(limited(0), 0), { why: 'limited', seconds: 1 });
		assert.equal(patience.waitAfter(limited(10), 0), undefined);
		assert.deepEqual(patience.waitAfter(limited(9), 0), { why: 'limited', seconds: 9 });
	});

	it('counts what it waits for limits that others were told of, each second once', () => {
		const patience = new Patience(60);
		assert.equal(patience.waitAfter(limited(20), 0)?.seconds, 20);
		assert.equal(patience.waitsUntil(20_000, 0), true);
		assert.equal(patience.waitsUntil(30_000, 10_000), true);
		assert.equal(patience.waitsUntil(60_001, 20_000), false);
		assert.equal(patience.waitsUntil(80_000, 50_000), true);
		assert.equal(patience.waitAfter(limited(1), 80_000), undefined);
	});

	it('never waits for one where the setting is 0', () => {
		assert.equal(new Patience(0).waitAfter(limited(0), 0), undefined);
	});

	it('does not wait for a longer one, nor for one whose end is not known', () => {
		assert.equal(new Patience(60).waitAfter(limited(61), 0), undefined);
		assert.equal(new Patience(60).waitAfter(limited(), 0), undefined);
	});

	it('waits for nothing else', () => {
		const others: readonly Problem[] = [
			{ code: 'server', status: 503 },
			{ code: 'credits' },
			{ code: 'stream.cut' },
			{ code: 'network.offline', host: 'h' },
			{ code: 'cancelled' },
		];
		for (const problem of others) {
			assert.equal(new Patience(60).waitAfter(problem, 0), undefined);
		}
	});
});
