import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { languageOfFence } from '../../../src/results/languageOfFence';

const KNOWN = ['plaintext', 'typescript', 'python', 'shellscript', 'rust', 'cpp'];

describe('the language of a fence', () => {
	for (const [fence, expected] of [
		['ts', 'typescript'],
		['TypeScript', 'typescript'],
		['py', 'python'],
		['bash', 'shellscript'],
		['c++', 'cpp'],
		['rust', 'rust'],
		['ruby', 'plaintext'],
		['constructor', 'plaintext'],
		['', 'plaintext'],
	] as const) {
		it(`${JSON.stringify(fence)} is ${expected}`, () =>
			assert.equal(languageOfFence(fence, KNOWN), expected));
	}
});
