import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { askInstruction } from '../../../src/inference/askInstruction';
import { makeTestTokens } from '../../hub/testTokens';

describe('askInstruction', () => {
	it('takes its title from the first line, shortened', () => {
		assert.deepEqual(askInstruction('  Where can\tthis fail?\nSay it briefly. '), {
			title: 'Where can this fail?',
			prompt: 'Where can\tthis fail?\nSay it briefly.',
		});
		const long = askInstruction('word '.repeat(40));
		assert.equal(long.title, `${'word '.repeat(11)}word…`);
		assert.equal(long.prompt, 'word '.repeat(40).trim());
	});

	it('sends no access token that stands in the question', () => {
		const { read } = makeTestTokens();
		assert.deepEqual(askInstruction(`What is ${read}?`), {
			title: 'What is [access token]?',
			prompt: 'What is [access token]?',
		});
	});
});
