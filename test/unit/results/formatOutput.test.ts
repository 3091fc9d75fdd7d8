import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { formatOutput } from '../../../src/results/formatOutput';
import type { KeptOutput } from '../../../src/shared/output';

const TABLE: KeptOutput = {
	kind: 'table',
	columns: ['a', 'b, c'],
	rows: [
		['1', 'say "x"'],
		['2|3', 'two\nlines'],
	],
	cells: [[0, 0]],
	answer: '1',
};
const VECTOR: KeptOutput = { kind: 'vector', values: [0.5, -1] };
const ALIKE: KeptOutput = { kind: 'similarity', source: 's', sentences: ['x', 'y'], scores: [0.1, 0.2] };

describe('an output for another program', () => {
	it('is a vector as JSON, and as a line of Python', () => {
		assert.deepEqual(JSON.parse(formatOutput(VECTOR, 'json')), [0.5, -1]);
		assert.equal(formatOutput(VECTOR, 'numpy'), 'np.array([0.5,-1], dtype=np.float32)');
	});

	it('is the figures of a similarity', () => {
		assert.equal(formatOutput(ALIKE, 'numpy'), 'np.array([0.1,0.2], dtype=np.float32)');
		assert.deepEqual(JSON.parse(formatOutput(ALIKE, 'json')), [0.1, 0.2]);
	});

	it('is the vectors of several texts, and how alike they are as a table', () => {
		const vectors: KeptOutput = {
			kind: 'vectors',
			texts: ['a', 'b'],
			vectors: [
				[1, 0],
				[1, 1],
			],
		};
		assert.equal(formatOutput(vectors, 'numpy'), 'np.array([[1,0],[1,1]], dtype=np.float32)');
		assert.equal(formatOutput(vectors, 'csv'), ',a,b\r\na,1.0000,0.7071\r\nb,0.7071,1.0000');
	});

	it('is a table in CSV, whatever is in its cells', () =>
		assert.equal(formatOutput(TABLE, 'csv'), 'a,"b, c"\r\n1,"say ""x"""\r\n2|3,"two\nlines"'));

	it('is a table in Markdown, whatever is in its cells', () =>
		assert.equal(
			formatOutput(TABLE, 'markdown'),
			'| a | b, c |\n| --- | --- |\n| 1 | say "x" |\n| 2\\|3 | two lines |',
		));

	it('is the rows of a table as JSON', () =>
		assert.deepEqual(JSON.parse(formatOutput(TABLE, 'json')), [
			{ a: '1', 'b, c': 'say "x"' },
			{ a: '2|3', 'b, c': 'two\nlines' },
		]));

	it('is the value of JSON', () =>
		assert.deepEqual(JSON.parse(formatOutput({ kind: 'json', value: { a: [null] } }, 'json')), {
			a: [null],
		}));
});
