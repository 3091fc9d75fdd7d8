import assert from 'node:assert/strict';
import { makeTestTokens } from '../../hub/testTokens';
import { isRepoId } from '../../../src/util/isRepoId';

const CASES: ReadonlyArray<readonly [string, boolean]> = [
	['acme/model', true],
	['acme/model-3.2_x', true],
	['gpt2', true],
	['', false],
	['acme/', false],
	['/model', false],
	['acme/model/more', false],
	['../model', false],
	['acme/..', false],
	['acme/.hidden', false],
	['acme/a..b', false],
	['acme/a--b', false],
	['acme/mo del', false],
	['acme/model:groq', false],
	['acme/model?x=1', false],
	[`acme/${'a'.repeat(200)}`, false],
];

describe('isRepoId', () => {
	for (const [text, expected] of CASES) {
		it(`“${text.slice(0, 40)}” ${expected ? 'can' : 'cannot'} be a repo id`, () =>
			assert.equal(isRepoId(text), expected));
	}

	it('an access token cannot, alone or as a part of one', () => {
		const { write } = makeTestTokens();
		assert.deepEqual([write, `acme/${write}`, `${write}/model`].filter(isRepoId), []);
	});
});
