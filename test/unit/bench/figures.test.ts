import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formatRows } from '../../bench/formatRows';
import { judgeRow } from '../../bench/judgeRow';
import type { Row } from '../../bench/row';
import { sampleOf } from '../../bench/sample';

const figures = fc.array(fc.double({ min: 0.001, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 30 });

function row(ours: number, controls: readonly number[], budget?: Row['budget']): Row {
	return {
		what: 'Something',
		unit: 'ms',
		ours: sampleOf([ours]),
		controls: controls.map(value => ({ name: 'control', sample: sampleOf([value]) })),
		...(budget && { budget }),
	};
}

describe('the figures of the benchmarks', () => {
	it('have as many above the median as below it', () => {
		fc.assert(
			fc.property(figures, values => {
				const { median, min, max, n } = sampleOf(values);
				assert.equal(n, values.length);
				assert.ok(min <= median && median <= max);
				const above = values.filter(value => value > median).length;
				const below = values.filter(value => value < median).length;
				assert.ok(above <= n / 2 && below <= n / 2);
				assert.deepEqual(sampleOf([...values].reverse()), sampleOf(values));
			}),
		);
		assert.equal(sampleOf([4, 1, 3, 2]).median, 2.5);
		assert.throws(() => sampleOf([]));
	});

	for (const [budget, ours, controls, met] of [
		[{ of: 'value', most: 30 }, 30, [1], true],
		[{ of: 'value', most: 30 }, 30.1, [100], false],
		[{ of: 'difference', most: 5 }, 9, [4], true],
		[{ of: 'difference', most: 5 }, 9.5, [4], false],
		[{ of: 'ratio', most: 1.3 }, 130, [60, 40], true],
		[{ of: 'ratio', most: 1.3 }, 131, [60, 40], false],
		[{ of: 'ratio', most: 1.3 }, 1, [], false],
	] as const) {
		it(`${met ? 'meet' : 'miss'} a ${budget.of} of ${budget.most} with ${ours} against ${controls.join(' + ')}`, () => {
			assert.equal(judgeRow(row(ours, controls, budget)).met, met);
		});
	}

	it('are judged only where there is a budget', () => {
		assert.deepEqual(judgeRow(row(3, [2])), { ratio: 1.5 });
		assert.deepEqual(judgeRow(row(3, [])), {});
	});

	it('are printed as one table, with what was missed in capitals', () => {
		const table = formatRows([
			row(12.345, [10, 5.5], { of: 'ratio', most: 0.5 }),
			{ what: 'Size', unit: 'kB', ours: sampleOf([1_234, 2_345.6, 3_456]) },
		]);
		const lines = table.split('\n').map(line =>
			line
				.split('|')
				.slice(1, -1)
				.map(cell => cell.trim()),
		);
		assert.deepEqual(lines[2], [
			'Something',
			'12.3 ms',
			'1',
			'control 10 ms + control 5.50 ms',
			'0.80',
			'≤ 0.5 ×',
			'MISSED',
		]);
		assert.deepEqual(lines[3], ['Size', '2,346 (1,234–3,456) kB', '3', '', '', '', '']);
		assert.equal(new Set(table.split('\n').map(line => line.length)).size, 1);
	});
});
