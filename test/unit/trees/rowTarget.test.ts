import assert from 'node:assert/strict';
import { rowTarget, type RowTarget } from '../../../src/trees/rowTarget';

const CASES: ReadonlyArray<readonly [unknown, RowTarget | undefined]> = [
	['Qwen/Qwen3-8B', { kind: 'model', id: 'Qwen/Qwen3-8B' }],
	[
		{ repo: { type: 'dataset', id: 'a/b' }, id: 'pinned/a/b' },
		{ kind: 'dataset', id: 'a/b' },
	],
	[
		{ type: 'space', id: 'a/b' },
		{ kind: 'space', id: 'a/b' },
	],
	[{ collection: 'a/b-0123' }, { kind: 'collection', id: 'a/b-0123' }],
	[undefined, undefined],
	[{}, undefined],
	[{ repo: { type: 'bucket', id: 'a/b' } }, undefined],
	[{ repo: { type: 'model', id: '../a' } }, undefined],
	[{ collection: 'a/../b' }, undefined],
	['a/b/c', undefined],
];

describe('rowTarget', () => {
	for (const [argument, expected] of CASES) {
		it(`reads ${JSON.stringify(argument)} as ${JSON.stringify(expected)}`, () =>
			assert.deepEqual(rowTarget(argument), expected));
	}
});
