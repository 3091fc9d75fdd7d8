import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { measure } from '../../../src/inference/metrics';

describe('measure', () => {
	const moments = { startedAt: 1_000, firstTokenAt: 1_250, lastTokenAt: 3_250, endedAt: 3_300 };
	const usage = { promptTokens: 1_000, completionTokens: 101 };

	it('counts the speed from the first token to the last, and the cost per million tokens', () => {
		const { cost, ...rest } = measure(moments, usage, { input: 2, output: 10 });
		assert.deepEqual(rest, { durationMs: 2_300, firstTokenMs: 250, tokensPerSecond: 50, usage });
		assert.ok(cost !== undefined && Math.abs(cost - 0.00301) < 1e-12);
	});

	it('has a cost of nothing where the price is nothing', () => {
		assert.equal(measure(moments, usage, { input: 0, output: 0 }).cost, 0);
	});

	it('guesses neither speed nor cost', () => {
		assert.deepEqual(measure(moments), { durationMs: 2_300, firstTokenMs: 250 });
		assert.deepEqual(measure({ startedAt: 1_000, endedAt: 1_400 }, usage), { durationMs: 400, usage });
		assert.equal(measure(moments, undefined, { input: 2, output: 10 }).cost, undefined);
	});

	it('has no speed for what came at once, or for a single token', () => {
		assert.equal(measure({ ...moments, lastTokenAt: 1_250 }, usage).tokensPerSecond, undefined);
		assert.equal(measure(moments, { promptTokens: 1, completionTokens: 1 }).tokensPerSecond, undefined);
	});

	it('has no negative times when the clock is set back', () => {
		assert.deepEqual(measure({ startedAt: 1_000, firstTokenAt: 900, lastTokenAt: 900, endedAt: 950 }), {
			durationMs: 0,
			firstTokenMs: 0,
		});
	});
});
