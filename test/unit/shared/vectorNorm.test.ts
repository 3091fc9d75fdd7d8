import assert from 'node:assert/strict';
import { vectorNorm } from '../../../src/shared/vectorNorm';

describe('vectorNorm', () => {
	for (const [vector, norm] of [
		[[], 0],
		[[3, -4], 5],
		[[0, 0], 0],
	] as const) {
		it(`is ${norm} of [${vector.join(', ')}]`, () => assert.equal(vectorNorm(vector), norm));
	}

	it('stands vectors of any length', () =>
		assert.equal(vectorNorm(Array.from({ length: 250_000 }, () => 2)), 1_000));
});
