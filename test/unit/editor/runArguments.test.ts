import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readRunArguments } from '../../../src/editor/runArguments';
import { TASKS } from '../../../src/shared/task';

describe('the arguments of a run', () => {
	for (const [name, value] of [
		['the palette’s none', undefined],
		['a null of a keybinding', null],
		['an object without any', {}],
		['the URI that a menu gives', { $mid: 1, scheme: 'file', path: '/a.ts', external: 'file:///a.ts' }],
	] as const) {
		it(`are nothing for ${name}`, () => assert.deepEqual(readRunArguments(value), { value: {} }));
	}

	it('are kept, and nothing else', () => {
		const value = {
			task: 'conversational',
			model: 'acme/model',
			text: 'x',
			parameters: { temperature: 0 },
			target: 'groq',
			instruction: 'explain',
		};
		assert.deepEqual(readRunArguments({ ...value, other: 1 }), { value });
		assert.deepEqual(readRunArguments({ task: 'translation' }), { value: { task: 'translation' } });
	});

	for (const [value, sentence] of [
		['explain', 'The arguments of Run must be an object.'],
		[[1], 'The arguments of Run must be an object.'],
		[{ task: 'chat' }, `“task” must be one of ${TASKS.join(', ')}.`],
		[{ model: 3 }, '“model” must be a text that is not blank.'],
		[{ text: ' ' }, '“text” must be a text that is not blank.'],
		[{ instruction: null }, '“instruction” must be a text that is not blank.'],
		[{ parameters: [] }, '“parameters” must be an object.'],
	] as const) {
		it(`${JSON.stringify(value)} is refused with a sentence`, () =>
			assert.deepEqual(readRunArguments(value), { error: sentence }));
	}
});
