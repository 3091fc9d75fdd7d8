import assert from 'node:assert/strict';
import fc from 'fast-check';
import { aggregate } from '../../../src/webview/aggregate';
import { columnWidths } from '../../../src/webview/columnWidths';
import { formatClock } from '../../../src/webview/formatClock';
import { peaks } from '../../../src/webview/peaks';
import { sparkline } from '../../../src/webview/sparkline';
import { vectorFigures } from '../../../src/webview/vectorFigures';
import { visibleRows } from '../../../src/webview/visibleRows';

describe('visibleRows', () => {
	it('has the rows in sight and some beyond', () => {
		assert.deepEqual(visibleRows(1_000, 20, 0, 100), { first: 0, last: 17 });
		assert.deepEqual(visibleRows(1_000, 20, 10_000, 100), { first: 488, last: 517 });
		assert.deepEqual(visibleRows(3, 20, 0, 100), { first: 0, last: 3 });
	});

	it('has all that is in sight, wherever one is', () =>
		fc.assert(
			fc.property(fc.nat(10_000), fc.nat(300_000), fc.nat(2_000), (count, top, height) => {
				const { first, last } = visibleRows(count, 24, top, height);
				assert.ok(first >= 0 && first <= last && last <= count);
				for (let row = 0; row < count; row++) {
					const inSight = row * 24 < top + height && (row + 1) * 24 > top;
					assert.ok(!inSight || (row >= first && row < last));
				}
			}),
			{ numRuns: 20 },
		));
});

describe('sparkline', () => {
	it('draws every value of a short list', () =>
		assert.equal(sparkline([0, 1, 0.5], 30, 10), 'M5.00 10.00L15.00 0.00L25.00 5.00'));

	it('keeps the peaks of a long one', () => {
		const values = Array.from({ length: 10_000 }, (_, at) => (at === 7_777 ? 9 : 0));
		const path = sparkline(values, 100, 10);
		assert.match(path, /L77\.50 0\.00L77\.50 10\.00/);
		assert.ok(path.length < 2_000);
	});

	it('draws equal values, and nothing for none', () => {
		assert.equal(sparkline([2, 2], 10, 10), 'M2.50 10.00L7.50 10.00');
		assert.equal(sparkline([], 10, 10), '');
	});
});

describe('vectorFigures', () => {
	it('are the dimensions, the norm, the mean and the limits', () =>
		assert.deepEqual(
			vectorFigures([3, -4]).map(({ text }) => text),
			['2 dimensions', 'norm 5', 'mean -0.5', 'min -4', 'max 3'],
		));

	it('say that it is a mean, and of what', () =>
		assert.deepEqual(
			vectorFigures([3, -4], 1_200).map(({ text }) => text),
			['2 dimensions', 'mean of 1,200 token vectors', 'norm 5', 'mean -0.5', 'min -4', 'max 3'],
		));

	it('stands vectors of any length', () =>
		assert.equal(vectorFigures(Array.from({ length: 500_000 }, () => 1))[0]?.text, '500,000 dimensions'));
});

describe('columnWidths', () => {
	it('follow the longest text, within limits', () =>
		assert.deepEqual(
			columnWidths([
				['a', 'Repository', 'x'.repeat(99)],
				['bb', 'y', ''],
			]),
			[7, 13, 39],
		));
});

describe('aggregate', () => {
	for (const [how, cells, result] of [
		['SUM', ['12', ' 30 ', '6'], '48'],
		['SUM', ['0.1', '0.2'], '0.3'],
		['SUM', ['1,200', '-200'], '1000'],
		['AVERAGE', ['1', '2'], '1.5'],
		['COUNT', ['Texel', 'Den Helder'], '2'],
		['SUM', ['12', 'many'], undefined],
		['SUM', ['1,2', '3'], undefined],
		['SUM', [], undefined],
		['constructor', ['1'], undefined],
	] as const) {
		it(`tells the ${how} of ${cells.join(' and ') || 'nothing'}`, () =>
			assert.equal(aggregate(how, cells), result));
	}
});

describe('peaks', () => {
	it('are the greatest amplitudes of equal stretches', () =>
		assert.deepEqual(peaks(Float32Array.from([0, 0.5, -0.75, 0.25, 2, 0]), 3), [0.5, 0.75, 1]));

	it('are as many as there are samples at most', () => {
		assert.deepEqual(peaks(Float32Array.from([0.5]), 240), [0.5]);
		assert.deepEqual(peaks(new Float32Array(), 240), []);
	});
});

describe('formatClock', () => {
	for (const [seconds, text] of [
		[0, '0:00'],
		[7.9, '0:07'],
		[750, '12:30'],
		[3_723, '1:02:03'],
		[-1, '0:00'],
	] as const) {
		it(`says ${text}`, () => assert.equal(formatClock(seconds), text));
	}
});
