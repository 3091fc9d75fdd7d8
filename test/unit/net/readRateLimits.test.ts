import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readRateLimits } from '../../../src/net/readRateLimits';

describe('rate limits', () => {
	const read = (limit?: string, policy?: string) =>
		readRateLimits(
			new Headers({ ...(limit && { RateLimit: limit }), ...(policy && { 'RateLimit-Policy': policy }) }),
		);

	it('are read with their quota', () => {
		assert.deepEqual(read('"api";r=489;t=55', '"fixed window";"api";q=500;w=300'), [
			{ bucket: 'api', remaining: 489, quota: 500, resetSeconds: 55 },
		]);
	});

	it('are read without one, and several at a time', () => {
		assert.deepEqual(read('"api";r=0 , "pages"; r=3; t=1'), [
			{ bucket: 'api', remaining: 0 },
			{ bucket: 'pages', remaining: 3, resetSeconds: 1 },
		]);
	});

	it('are passed over where they are none', () => {
		for (const header of [undefined, 'api;r=1', '"api"', '"api";r=-1', '"api";r=12345678901']) {
			assert.deepEqual(read(header), [], header);
		}
	});
});
