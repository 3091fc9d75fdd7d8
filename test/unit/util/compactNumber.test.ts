import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compactNumber } from '../../../src/util/compactNumber';

const CASES: ReadonlyArray<readonly [number, string]> = [
	[0, '0'],
	[7, '7'],
	[999, '999'],
	[1000, '1k'],
	[1049, '1k'],
	[1234, '1.2k'],
	[9949, '9.9k'],
	[9950, '10k'],
	[34_567, '35k'],
	[999_499, '999k'],
	[999_500, '1M'],
	[1_234_567, '1.2M'],
	[150_000_000, '150M'],
	[2_500_000_000, '2.5B'],
	[Number.NaN, '?'],
	[-1, '?'],
];

describe('compactNumber', () => {
	for (const [value, expected] of CASES) {
		it(`writes ${value} as ${expected}`, () => assert.equal(compactNumber(value), expected));
	}

	it('never needs more than four characters and a letter, and is within 5 % of the value', () => {
		const letters: Readonly<Record<string, number>> = { k: 1e3, M: 1e6, B: 1e9 };
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 900_000_000_000 }), value => {
				const [, digits = '', letter = ''] = /^(\d{1,3}(?:\.\d)?)([kMB]?)$/.exec(compactNumber(value)) ?? [];
				const read = Number(digits) * (letters[letter] ?? 1);
				assert.ok(digits !== '' && Math.abs(read - value) <= value * 0.05, compactNumber(value));
			}),
		);
	});
});
