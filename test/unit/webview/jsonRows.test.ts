import assert from 'node:assert/strict';
import fc from 'fast-check';
import { jsonRows } from '../../../src/webview/jsonRows';

const lines = (value: unknown, open: (path: string, level: number) => boolean = () => true) =>
	jsonRows(value, open).map(({ path, level, name, size }) => `${level} ${name}|${path}|${size ?? '-'}`);

describe('jsonRows', () => {
	it('has a line for each value, reached as JavaScript writes it', () =>
		assert.deepEqual(lines({ a: [1, { 'odd key': null }], b: {} }), [
			'1 |$|2',
			'2 a|$.a|2',
			'3 0|$.a[0]|-',
			'3 1|$.a[1]|1',
			'4 odd key|$.a[1]["odd key"]|-',
			'2 b|$.b|0',
		]));

	it('leaves out what is closed', () =>
		assert.deepEqual(
			lines({ a: [1] }, (_, level) => level < 2),
			['1 |$|1', '2 a|$.a|1'],
		));

	it('shows a long list in parts', () => {
		const list = Array.from({ length: 2_500 }, (_, at) => at);
		assert.deepEqual(
			lines(list, path => path === '$'),
			[
				'1 |$|2500',
				'2 0 … 999|$[0:1000]|1000',
				'2 1000 … 1999|$[1000:2000]|1000',
				'2 2000 … 2499|$[2000:2500]|500',
			],
		);
		const rows = lines(list, path => path === '$' || path === '$[2000:2500]');
		assert.equal(rows[4], '3 2000|$[2000]|-');
		assert.equal(rows.length, 504);
	});

	it('opens the whole of a very long list in few lines', () => {
		const list = Array.from({ length: 1_500_000 }, () => 0);
		assert.deepEqual(lines(list, path => path === '$').length, 3);
		assert.equal(lines(list, path => path === '$' || path === '$[1000000:1500000]').length, 503);
	});

	it('gives every line a path of its own, whatever the value', () =>
		fc.assert(
			fc.property(fc.jsonValue(), value => {
				const paths = jsonRows(value, () => true).map(({ path }) => path);
				assert.equal(new Set(paths).size, paths.length);
			}),
		));
});
