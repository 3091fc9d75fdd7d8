import assert from 'node:assert/strict';
import { repoNameProblem } from '../../../src/repos/repoName';

describe('the name of a repo', () => {
	for (const name of ['model', 'Qwen3-8B', 'a.b_c', 'x'.repeat(96)]) {
		it(`may be ${name.slice(0, 20)}`, () => assert.equal(repoNameProblem(name), undefined));
	}
	for (const name of ['a/b', 'a b', '-a', 'a.', 'a--b', 'a..b', 'a.git', 'x'.repeat(97), 'é']) {
		it(`may not be ${name.slice(0, 20)}`, () => assert.notEqual(repoNameProblem(name), undefined));
	}
});
