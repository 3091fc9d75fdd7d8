import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { outputText } from '../../../src/results/outputText';
import type { KeptOutput } from '../../../src/shared/output';

const PNG = { mimeType: 'image/png', name: '0.png', size: 1 };

function assertText(output: KeptOutput, expected: string): void {
	assert.equal(outputText(output), expected);
}

describe('an output as text', () => {
	it('is the text itself', () => assertText({ kind: 'text', text: 'short' }, 'short'));

	it('is the answer without the reasoning', () =>
		assertText({ kind: 'chat', content: '# Yes', reasoning: 'Hmm' }, '# Yes'));

	it('is a line per label', () =>
		assertText(
			{
				kind: 'labels',
				labels: [
					{ label: 'POSITIVE', score: 0.99876 },
					{ label: 'NEGATIVE', score: 0.00124 },
				],
			},
			'POSITIVE\t0.9988\nNEGATIVE\t0.0012',
		));

	it('is a line per span with what it marks', () =>
		assertText(
			{
				kind: 'spans',
				text: 'Ada met Bram.',
				spans: [{ label: 'PER', score: 0.9, start: 8, end: 12 }],
			},
			'Bram\tPER\t0.9000',
		));

	for (const [name, output, expected] of [
		[
			'a line per fill',
			{ kind: 'fills', text: '', mask: '', fills: [{ token: 'a', score: 0.5, sequence: 'a b' }] },
			'a\t0.5000\ta b',
		],
		[
			'a line per answer',
			{ kind: 'answer', context: '', question: '', answers: [{ text: 'a\nb', score: 1, start: 0, end: 0 }] },
			'a b\t1.0000',
		],
		['JSON for a vector', { kind: 'vector', values: [1, 2.5] }, '[1,2.5]'],
		[
			'a line per sentence',
			{ kind: 'similarity', source: 's', sentences: ['a', 'b'], scores: [0.5, 1] },
			'a\t0.5000\nb\t1.0000',
		],
		[
			'the answer of a table',
			{ kind: 'table', columns: ['a'], rows: [['1']], cells: [[0, 0]], answer: '1' },
			'1',
		],
		['a table without an answer', { kind: 'table', columns: ['a'], rows: [['1']], cells: [] }, 'a\n1'],
		['nothing for a picture', { kind: 'image', image: PNG }, ''],
		[
			'a line per box under its head',
			{
				kind: 'boxes',
				image: PNG,
				boxes: [{ label: 'cat', score: 0.9, xmin: 1, ymin: 2, xmax: 3, ymax: 4 }],
			},
			'label\tscore\txmin\tymin\txmax\tymax\ncat\t0.9000\t1\t2\t3\t4',
		],
		['a line per mask', { kind: 'masks', image: PNG, masks: [{ label: 'cat', mask: PNG }] }, 'cat'],
		['what was said', { kind: 'transcript', text: 'Hello.' }, 'Hello.'],
		['JSON that can be read', { kind: 'json', value: { a: 1 } }, '{\n\t"a": 1\n}'],
	] as const satisfies ReadonlyArray<readonly [string, KeptOutput, string]>) {
		it(`is ${name}`, () => assertText(output, expected));
	}
});
