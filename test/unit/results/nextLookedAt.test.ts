import assert from 'node:assert/strict';
import { nextLookedAt } from '../../../src/results/nextLookedAt';

describe('what is looked at instead of a run that is gone', () => {
	/** Newest first: `c` goes on from `b`, and that from `a`; `x` and `y` were compared, and `z` goes on from `x`. */
	const RUNS = [
		{ id: 'new' },
		{ id: 'z', parent: 'x' },
		{ id: 'y', group: 'g' },
		{ id: 'x', group: 'g' },
		{ id: 'c', parent: 'b' },
		{ id: 'b', parent: 'a' },
		{ id: 'a' },
		{ id: 'old' },
	];

	for (const [why, lookedAt, gone, next] of [
		['what it came after', 'c', ['c'], 'b'],
		['what that came after, where it is gone too', 'c', ['c', 'b'], 'a'],
		['what it was compared with', 'y', ['y'], 'x'],
		['what it was compared with, and not what came after that', 'x', ['x', 'z'], 'y'],
		['the next older one, where nothing belongs to it', 'new', ['new'], 'z'],
		['the next older one, where all that belongs to it is gone', 'a', ['a', 'b', 'c'], 'old'],
		['the next newer one, where there is no older one', 'old', ['old'], 'a'],
		['nothing, where there is nothing', 'old', RUNS.map(({ id }) => id), undefined],
	] as const) {
		it(`is ${why}`, () => {
			const run = RUNS.find(({ id }) => id === lookedAt);
			assert.ok(run);
			assert.equal(nextLookedAt(RUNS, run, gone)?.id, next);
		});
	}
});
