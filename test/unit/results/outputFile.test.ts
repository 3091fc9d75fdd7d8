import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { outputFile, type OutputFile } from '../../../src/results/outputFile';
import type { KeptOutputOf, OutputKind } from '../../../src/shared/output';

const FILE = { mimeType: 'image/png', name: '0.png', size: 1 };

/** An output of each kind, and the file that it becomes. */
const CASES: {
	readonly [K in OutputKind]: readonly [output: Omit<KeptOutputOf<K>, 'kind'>, file: OutputFile | undefined];
} = {
	text: [{ text: 'short' }, { extension: 'txt', text: 'short' }],
	chat: [
		{ content: '# Yes', reasoning: 'Hmm' },
		{ extension: 'md', text: '# Yes' },
	],
	labels: [{ labels: [{ label: 'a, b', score: 0.5 }] }, { extension: 'csv', text: '"a, b",0.5000' }],
	spans: [
		{ text: 'I met Bram.', spans: [{ label: 'PER', score: 0.9, start: 6, end: 10 }] },
		{ extension: 'csv', text: 'Bram,PER,0.9000' },
	],
	fills: [
		{ text: '[MASK] b', mask: '[MASK]', fills: [{ token: 'a', score: 0.5, sequence: 'a b' }] },
		{ extension: 'csv', text: 'a,0.5000,a b' },
	],
	answer: [
		{ context: 'a', question: '?', answers: [{ text: 'a', score: 1, start: 0, end: 1 }] },
		{ extension: 'csv', text: 'a,1.0000' },
	],
	vector: [{ values: [1, 2.5] }, { extension: 'json', text: '[\n\t1,\n\t2.5\n]' }],
	vectors: [
		{ texts: ['a'], vectors: [[1, 2]] },
		{ extension: 'json', text: '[\n\t[\n\t\t1,\n\t\t2\n\t]\n]' },
	],
	similarity: [
		{ source: 's', sentences: ['a'], scores: [0.5] },
		{ extension: 'json', text: '[\n\t0.5\n]' },
	],
	table: [
		{ columns: ['a', 'b'], rows: [['1', '2']], cells: [] },
		{ extension: 'csv', text: 'a,b\r\n1,2' },
	],
	image: [{ image: FILE }, undefined],
	boxes: [
		{ image: FILE, boxes: [{ label: 'cat', score: 0.9, xmin: 1, ymin: 2, xmax: 3, ymax: 4 }] },
		{ extension: 'csv', text: 'label,score,xmin,ymin,xmax,ymax\r\ncat,0.9000,1,2,3,4' },
	],
	masks: [
		{ image: FILE, masks: [{ label: 'cat', score: 0.9, mask: FILE }] },
		{ extension: 'csv', text: 'cat,0.9000' },
	],
	audio: [{ clips: [{ label: 'speech', audio: FILE }] }, undefined],
	transcript: [{ text: 'Hello.' }, { extension: 'txt', text: 'Hello.' }],
	video: [{ video: FILE }, undefined],
	json: [{ value: { a: 1 } }, { extension: 'json', text: '{\n\t"a": 1\n}' }],
};

describe('an output as a file', () => {
	for (const kind of Object.keys(CASES) as OutputKind[]) {
		const [output, file] = CASES[kind];
		it(`is ${file ? `a .${file.extension} file` : 'none of ours'} where it is ${kind}`, () =>
			assert.deepEqual(outputFile({ kind, ...output } as KeptOutputOf<OutputKind>), file));
	}
});
