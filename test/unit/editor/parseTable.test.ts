import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import Papa from 'papaparse';
import { parseTable } from '../../../src/editor/parseTable';

const SHIPS = {
	columns: ['harbour', 'ships'],
	rows: [
		['Texel', '12'],
		['Den Helder', '30'],
	],
};

describe('a table in a text', () => {
	for (const [what, text] of [
		['CSV', 'harbour,ships\nTexel,12\nDen Helder,30\n'],
		['CSV with quotes and Windows lines', '"harbour","ships"\r\n"Texel",12\r\n"Den Helder",30\r\n\r\n'],
		['TSV', 'harbour\tships\nTexel\t12\nDen Helder\t30'],
		['CSV with semicolons', 'harbour;ships\nTexel;12\nDen Helder;30'],
		[
			'a list of objects',
			JSON.stringify([
				{ harbour: 'Texel', ships: 12 },
				{ harbour: 'Den Helder', ships: 30 },
			]),
		],
		[
			'a list of lists',
			JSON.stringify([
				['harbour', 'ships'],
				['Texel', 12],
				['Den Helder', '30'],
			]),
		],
		['columns', JSON.stringify({ harbour: ['Texel', 'Den Helder'], ships: [12, 30] })],
	] as const) {
		it(`is read from ${what}`, () => assert.deepEqual(parseTable(text), SHIPS));
	}

	it('has a name for each column, and as many cells in each row', () => {
		assert.deepEqual(parseTable('a,,a\n1\n2,3,4,5'), {
			columns: ['a', 'Column 2', 'a (3)'],
			rows: [
				['1', '', ''],
				['2', '3', '4'],
			],
		});
		assert.deepEqual(parseTable('[{"a":1},{"b":null}]'), {
			columns: ['a', 'b'],
			rows: [
				['1', ''],
				['', ''],
			],
		});
	});

	for (const text of ['', '   ', 'one line', '[]', '{"a": 1}', '[1, 2]']) {
		it(`is not in ${JSON.stringify(text)}`, () => assert.equal(parseTable(text), undefined));
	}

	it('is what a spreadsheet has written', () => {
		const word = fc.stringMatching(/^[a-z" ,\n]{0,8}x$/);
		fc.assert(
			fc.property(
				fc.uniqueArray(word, { minLength: 2, maxLength: 4 }),
				fc.array(word, { minLength: 1 }),
				(names, cells) => {
					const columns = names.map(name => name.trim());
					fc.pre(new Set(columns).size === columns.length);
					const rows = cells.map(one => columns.map(() => one.trim()));
					assert.deepEqual(parseTable(Papa.unparse([columns, ...rows])), { columns, rows });
				},
			),
		);
	});
});
