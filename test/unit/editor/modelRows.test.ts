import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type ModelList, modelRows } from '../../../src/editor/modelRows';

const offers = [
	{ model: 'a/one', provider: 'groq' },
	{ model: 'a/one', provider: 'novita' },
	{ model: 'a/two', provider: 'groq' },
];

function assertRows(list: Partial<ModelList>, ...expected: string[]): void {
	const rows = modelRows({ offers, pinned: [], recent: [], search: '', ...list });
	assert.deepEqual(
		rows.map(row =>
			row.kind === 'group'
				? `— ${row.label}`
				: `${row.label} | ${row.choice.model} at ${row.choice.provider ?? 'any'}`,
		),
		expected,
	);
}

describe('the list of models', () => {
	it('has a row per provider, in the order of the offers', () =>
		assertRows({}, '— Models', 'a/one | a/one at groq', 'a/one | a/one at novita', 'a/two | a/two at groq'));

	it('begins with what was used recently, then what is pinned, each row once', () =>
		assertRows(
			{ pinned: ['a/one'], recent: [{ model: 'a/one', provider: 'novita' }] },
			'— Recently used',
			'a/one | a/one at novita',
			'— Pinned',
			'a/one | a/one at groq',
			'— Models',
			'a/two | a/two at groq',
		));

	it('keeps a recent choice that is not on offer, and tells a fixed provider from a free one', () =>
		assertRows(
			{ offers: [{ model: 'a/one', provider: 'groq' }], recent: [{ model: 'a/one' }, { model: 'z/z' }] },
			'— Recently used',
			'a/one | a/one at any',
			'z/z | z/z at any',
			'— Models',
			'a/one | a/one at groq',
		));

	it('leaves out recent choices that the search does not mean', () =>
		assertRows(
			{ offers: [], recent: [{ model: 'a/Qwen-Coder' }, { model: 'z/z' }], search: 'coder qw' },
			'— Recently used',
			'a/Qwen-Coder | a/Qwen-Coder at any',
		));

	it('keeps a recent choice that the search has found by its provider', () =>
		assertRows(
			{
				offers: [{ model: 'a/one', provider: 'groq' }],
				recent: [{ model: 'a/one', provider: 'groq' }],
				search: 'one groq',
			},
			'— Recently used',
			'a/one | a/one at groq',
		));

	it('takes any repo id that is typed whole', () => {
		assertRows({ offers: [], search: ' my/own ' }, '— By name', 'Use my/own | my/own at any');
		assertRows(
			{ offers: [{ model: 'a/two', provider: 'groq' }], search: 'a/two' },
			'— Models',
			'a/two | a/two at groq',
		);
		assertRows({ offers: [], search: 'my' });
	});
});
