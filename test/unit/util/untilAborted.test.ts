import assert from 'node:assert/strict';
import { withResolvers } from '../withResolvers';
import { untilAborted } from '../../../src/util/untilAborted';

describe('untilAborted', () => {
	let late: string[];
	const keep = {
		late: async (value: string) => void late.push(value),
		lost: () => void late.push('nothing'),
	};

	beforeEach(() => {
		late = [];
	});

	it('is what the work comes to while somebody waits', async () => {
		const stop = new AbortController();
		assert.equal(await untilAborted(Promise.resolve('done'), stop.signal, keep), 'done');
		await assert.rejects(
			untilAborted(Promise.reject<string>(new Error('wrong')), stop.signal, keep),
			/wrong/,
		);
		stop.abort();
		assert.deepEqual(late, []);
	});

	for (const [when, isBefore] of [
		['while it goes on', false],
		['before it began', true],
	] as const) {
		it(`rejects at once when it is aborted ${when}, and hands over what comes later`, async () => {
			const stop = new AbortController();
			const { promise: work, resolve } = withResolvers<string>();
			if (isBefore) {
				stop.abort(new Error('stopped'));
			}
			const waiting = untilAborted(work, stop.signal, keep);
			stop.abort(new Error('stopped'));
			await assert.rejects(waiting, /stopped/);
			assert.deepEqual(late, []);
			resolve('a ticket');
			await work;
			await Promise.resolve();
			assert.deepEqual(late, ['a ticket']);
		});
	}

	it('tells no more of what goes wrong when nobody waits any more than that nothing comes', async () => {
		const { promise: work, reject } = withResolvers<string>();
		await assert.rejects(untilAborted(work, AbortSignal.abort(new Error('stopped')), keep), /stopped/);
		reject(new Error('too late'));
		await assert.rejects(work, /too late/);
		assert.deepEqual(late, ['nothing']);
	});
});
