import assert from 'node:assert/strict';
import { once } from 'node:events';
import { lateSignal } from '../../../src/util/lateSignal';
import { withResolvers } from '../withResolvers';

describe('lateSignal', () => {
	for (const [what, isBefore] of [
		['another one has', false],
		['it is asked for, where the other one has already', true],
	] as const) {
		it(`aborts a rest after ${what}`, async () => {
			const stop = new AbortController();
			if (isBefore) {
				stop.abort();
			}
			const rest = withResolvers<void>();
			let rests = 0;
			const late = lateSignal(stop.signal, () => {
				rests++;
				return rest.promise;
			});
			assert.equal(rests, isBefore ? 1 : 0);
			stop.abort();
			assert.deepEqual([rests, late.signal.aborted], [1, false]);
			const aborted = once(late.signal, 'abort');
			rest.resolve();
			await aborted;
			assert.equal((late.signal.reason as DOMException).name, 'TimeoutError');
		});
	}

	it('begins no rest when nothing waits any more', () => {
		const stop = new AbortController();
		let rests = 0;
		const late = lateSignal(stop.signal, async () => void rests++);
		late.end();
		stop.abort();
		assert.equal(rests, 0);
	});
});
