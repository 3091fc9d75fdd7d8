import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { InputSource } from '../../../src/inference/runRequest';
import { Run } from '../../../src/results/run';
import { runView } from '../../../src/results/runView';
import { EXPLAIN } from './requests';

const view = (change: Partial<typeof EXPLAIN>) => runView(new Run('a', { ...EXPLAIN, ...change }, 1));
const source: InputSource = {
	uri: 'file:///a.ts',
	fileName: 'a.ts',
	languageId: 'typescript',
	start: { line: 0, character: 0 },
	end: { line: 0, character: 6 },
};

describe('a run as the page shows it', () => {
	it('has the title of its instruction, else of its task', () => {
		assert.equal(view({}).title, 'Explain');
		const { instruction, ...plain } = EXPLAIN;
		assert.ok(instruction);
		assert.equal(runView(new Run('a', { ...plain, task: 'summarization' }, 1)).title, 'Summarize');
	});

	it('has at most 2,000 characters of its input, and no half of one', () => {
		assert.equal(view({ text: 'x'.repeat(2000) }).input, 'x'.repeat(2000));
		assert.equal(view({ text: 'x'.repeat(2001) }).input, `${'x'.repeat(1999)}…`);
		assert.equal(view({ text: `${'x'.repeat(1998)}😀yy` }).input, `${'x'.repeat(1998)}…`);
	});

	for (const [end, lastLine] of [
		[{ line: 0, character: 6 }, 1],
		[{ line: 4, character: 1 }, 5],
		[{ line: 4, character: 0 }, 4],
		[{ line: 0, character: 0 }, 1],
	] as const) {
		it(`ends at line ${lastLine} where its input ends at ${JSON.stringify(end)}`, () =>
			assert.equal(view({ source: { ...source, end } }).source?.lastLine, lastLine));
	}

	for (const [name, run, canInsert, canReplace] of [
		['an answer of a chat', view({ source }), true, true],
		['a translation', view({ source, task: 'translation' }), true, true],
		['labels', view({ source, task: 'text-classification' }), true, false],
		['spans', view({ source, task: 'token-classification' }), true, false],
		['a vector', view({ source, task: 'feature-extraction' }), true, false],
		['a picture', view({ source, task: 'text-to-image' }), false, false],
		['an answer about joined selections', view({ source: { ...source, inexact: true } }), true, false],
	] as const) {
		it(`${name} can ${canInsert ? '' : 'not '}be inserted and can ${canReplace ? '' : 'not '}replace the input`, () =>
			assert.deepEqual([run.canInsert, run.canReplace], [canInsert, canReplace]));
	}
});
