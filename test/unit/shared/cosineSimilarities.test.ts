import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { cosineSimilarities } from '../../../src/shared/cosineSimilarities';

describe('cosineSimilarities', () => {
	it('is 1 for the same direction, 0 across and for nothing, -1 for the opposite', () =>
		assert.deepEqual(
			cosineSimilarities([
				[2, 0],
				[5, 0],
				[0, 3],
				[-1, 0],
				[0, 0],
			]).map(row => row.map(score => score + 0)),
			[
				[1, 1, 0, -1, 0],
				[1, 1, 0, -1, 0],
				[0, 0, 1, 0, 0],
				[-1, -1, 0, 1, 0],
				[0, 0, 0, 0, 0],
			],
		));

	it('stands vectors of any length', () => {
		const long = Array.from({ length: 500_000 }, () => 0.5);
		const [[score = 0] = []] = cosineSimilarities([long]);
		assert.ok(Math.abs(score - 1) < 1e-9);
	});

	it('says the same of each pair in both places', () => {
		const vectors = Array.from({ length: 5 }, (_, row) =>
			Array.from({ length: 40 }, (_value, at) => Math.sin(at * (row + 1))),
		);
		const scores = cosineSimilarities(vectors);
		scores.forEach((row, at) => row.forEach((score, other) => assert.equal(score, scores[other]?.[at])));
	});
});
