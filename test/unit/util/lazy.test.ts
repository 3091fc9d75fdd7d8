import assert from 'node:assert/strict';
import { lazy } from '../../../src/util/lazy';

describe('lazy', () => {
	it('loads at the first call, once for all callers', async () => {
		let loads = 0;
		const value = lazy(async () => ++loads);
		assert.equal(loads, 0);
		assert.deepEqual(await Promise.all([value(), value()]), [1, 1]);
		assert.equal(await value(), 1);
	});

	it('tries again after a load that failed', async () => {
		let loads = 0;
		const value = lazy(async () => {
			if (++loads === 1) {
				throw new Error('not there yet');
			}
			return loads;
		});
		await assert.rejects(value(), /not there yet/);
		assert.equal(await value(), 2);
	});
});
