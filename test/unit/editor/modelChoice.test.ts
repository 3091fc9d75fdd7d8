import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { isRepoId, parseModelChoice } from '../../../src/editor/modelChoice';

describe('a model by name', () => {
	it('may have a provider', () => {
		assert.deepEqual(parseModelChoice('acme/model'), { model: 'acme/model' });
		assert.deepEqual(parseModelChoice(' acme/model:groq '), { model: 'acme/model', provider: 'groq' });
		assert.deepEqual(parseModelChoice('acme/model:'), { model: 'acme/model' });
	});

	for (const [text, expected] of [
		['acme/model', true],
		['acme/model-3.2_x', true],
		['model', false],
		['acme/', false],
		['acme/model/more', false],
		['../model', false],
		['acme/a--b', false],
		['acme/mo del', false],
	] as const) {
		it(`${JSON.stringify(text)} ${expected ? 'can' : 'cannot'} be a repo id`, () =>
			assert.equal(isRepoId(text), expected));
	}
});
