import assert from 'node:assert/strict';
import { formatCost } from '../../../src/shared/formatCost';

describe('formatCost', () => {
	for (const [value, text] of [
		[0, '$0'],
		[0.000_12, '$0.00012'],
		[0.000_000_034_5, '$0.000000035'],
		[0.5, '$0.50'],
		[1.234, '$1.23'],
		[1_234.5, '$1,234.50'],
	] as const) {
		it(`writes ${value} as ${text}`, () => assert.equal(formatCost(value), text));
	}
});
