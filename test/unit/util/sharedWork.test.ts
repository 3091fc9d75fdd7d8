import assert from 'node:assert/strict';
import { SharedWork } from '../../../src/util/sharedWork';

const never = new AbortController().signal;

describe('SharedWork', () => {
	it('is done once for all who ask at the same time, and again for who asks later', async () => {
		const shared = new SharedWork();
		let done = 0;
		const work = async () => {
			await new Promise(setImmediate);
			return ++done;
		};
		const both = await Promise.all([shared.run('a', never, work), shared.run('a', never, work)]);
		assert.deepEqual(both, [1, 1]);
		assert.equal(await shared.run('b', never, work), 2);
		assert.equal(await shared.run('a', never, work), 3);
	});

	it('fails for all, and is tried again by the next', async () => {
		const shared = new SharedWork();
		const fail = () => Promise.reject(new Error('no'));
		const results = await Promise.allSettled([shared.run('a', never, fail), shared.run('a', never, fail)]);
		assert.deepEqual(
			results.map(({ status }) => status),
			['rejected', 'rejected'],
		);
		assert.equal(await shared.run('a', never, async () => 1), 1);
	});

	it('goes on while somebody waits, and is aborted when nobody does', async () => {
		const shared = new SharedWork();
		const [one, other] = [new AbortController(), new AbortController()];
		let aborted = false;
		const work = (signal: AbortSignal) =>
			new Promise<number>((_, reject) =>
				signal.addEventListener('abort', () => {
					aborted = true;
					reject(new Error('aborted'));
				}),
			);
		const results = [shared.run('a', one.signal, work), shared.run('a', other.signal, work)];
		one.abort();
		await assert.rejects(results[0] ?? Promise.resolve());
		assert.equal(aborted, false);
		other.abort();
		await assert.rejects(results[1] ?? Promise.resolve());
		assert.equal(aborted, true);
	});
});
