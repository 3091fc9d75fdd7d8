import assert from 'node:assert/strict';
import { estimateWords } from '../../../src/shared/estimateWords';

describe('estimateWords', () => {
	for (const [estimate, words] of [
		[{ promptTokens: 1_345, isCounted: true }, '1,345 tokens in'],
		[{ promptTokens: 1, isCounted: true }, '1 token in'],
		[{ promptTokens: 345, isCounted: false }, '≈ 345 tokens in'],
		[{ promptTokens: 345, isCounted: false, cost: 0.000_31 }, '≈ 345 tokens in · ≈ $0.00031'],
	] as const) {
		it(`says ${words}`, () => assert.equal(estimateWords(estimate), words));
	}
});
