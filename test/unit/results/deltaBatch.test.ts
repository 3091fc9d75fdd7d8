import assert from 'node:assert/strict';
import { mock } from 'node:test';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { DELTA_INTERVAL, DeltaBatch, UNSEEN_INTERVAL } from '../../../src/results/deltaBatch';
import { withResolvers } from '../withResolvers';

describe('the batch of deltas', () => {
	let posted: string[];
	let batch: DeltaBatch;
	let unseen: string | undefined;
	let taken: Promise<unknown> | undefined;

	beforeEach(() => {
		mock.timers.enable({ apis: ['setTimeout'] });
		posted = [];
		unseen = undefined;
		taken = undefined;
		batch = new DeltaBatch(
			(id, channel, text) => {
				posted.push(`${id} ${channel}: ${text}`);
				return taken;
			},
			id => id !== unseen,
		);
	});

	afterEach(() => {
		batch.dispose();
		mock.timers.reset();
	});

	it('posts the first delta at once', () => {
		batch.add('a', 'content', 'Hello');
		assert.deepEqual(posted, ['a content: Hello']);
	});

	it('joins what comes within an interval, and no longer', () => {
		batch.add('a', 'content', '1');
		batch.add('a', 'content', '2');
		mock.timers.tick(DELTA_INTERVAL - 1);
		batch.add('a', 'content', '3');
		assert.deepEqual(posted, ['a content: 1']);
		mock.timers.tick(1);
		assert.deepEqual(posted, ['a content: 1', 'a content: 23']);
	});

	it('keeps the interval after a joined message, too', () => {
		batch.add('a', 'content', '1');
		batch.add('a', 'content', '2');
		mock.timers.tick(DELTA_INTERVAL);
		batch.add('a', 'content', '3');
		assert.deepEqual(posted, ['a content: 1', 'a content: 2']);
		mock.timers.tick(DELTA_INTERVAL);
		assert.deepEqual(posted, ['a content: 1', 'a content: 2', 'a content: 3']);
	});

	it('posts a delta after a silence at once', () => {
		batch.add('a', 'content', '1');
		mock.timers.tick(DELTA_INTERVAL);
		batch.add('a', 'content', '2');
		assert.deepEqual(posted, ['a content: 1', 'a content: 2']);
	});

	it('keeps runs apart', () => {
		batch.add('a', 'content', '1');
		batch.add('b', 'content', 'x');
		batch.add('a', 'content', '2');
		batch.add('b', 'content', 'y');
		batch.flush('b');
		assert.deepEqual(posted, ['a content: 1', 'b content: x', 'b content: y']);
	});

	it('takes its time with a run that is out of view, until it comes into view', () => {
		unseen = 'b';
		batch.add('b', 'content', '1');
		batch.add('b', 'content', '2');
		mock.timers.tick(UNSEEN_INTERVAL - 1);
		assert.deepEqual(posted, ['b content: 1']);
		mock.timers.tick(1);
		batch.add('b', 'content', '3');
		unseen = undefined;
		batch.flush('b');
		batch.add('b', 'content', '4');
		batch.add('b', 'content', '5');
		mock.timers.tick(DELTA_INTERVAL);
		assert.deepEqual(posted.slice(1), ['b content: 2', 'b content: 3', 'b content: 4', 'b content: 5']);
	});

	it('waits with the next message until the window has taken the one before, and with no other run', async () => {
		const { promise, resolve } = withResolvers<void>();
		taken = promise;
		batch.add('a', 'content', '1');
		batch.add('a', 'content', '2');
		mock.timers.tick(10 * DELTA_INTERVAL);
		batch.add('a', 'content', '3');
		batch.add('b', 'content', 'x');
		await Promise.resolve();
		assert.deepEqual(posted, ['a content: 1', 'b content: x']);
		resolve();
		await promise;
		await Promise.resolve();
		assert.deepEqual(posted.slice(2), ['a content: 23']);
	});

	it('goes on although the window would not take a message', async () => {
		taken = Promise.reject(new Error('gone'));
		batch.add('a', 'content', '1');
		batch.add('a', 'content', '2');
		mock.timers.tick(DELTA_INTERVAL);
		await new Promise(resolve => setImmediate(resolve));
		assert.deepEqual(posted, ['a content: 1', 'a content: 2']);
	});

	it('keeps the order of reasoning and content', () => {
		batch.add('a', 'reasoning', '1');
		batch.add('a', 'reasoning', '2');
		batch.add('a', 'content', '3');
		batch.add('a', 'content', '4');
		assert.deepEqual(posted, ['a reasoning: 1', 'a reasoning: 2']);
		mock.timers.tick(DELTA_INTERVAL);
		assert.deepEqual(posted, ['a reasoning: 1', 'a reasoning: 2', 'a content: 34']);
	});

	it('posts what is waiting before something else is said, and not again', () => {
		batch.add('a', 'content', '1');
		batch.add('a', 'content', '2');
		batch.flush('a');
		batch.flush('a');
		batch.flush('b');
		mock.timers.tick(DELTA_INTERVAL);
		assert.deepEqual(posted, ['a content: 1', 'a content: 2']);
	});

	it('forgets what is waiting when it is told to', () => {
		batch.add('a', 'content', '1');
		batch.add('a', 'content', '2');
		batch.clear();
		mock.timers.tick(DELTA_INTERVAL);
		assert.deepEqual(posted, ['a content: 1']);
	});

	it('neither loses nor turns around anything, and posts at most once an interval', () => {
		const step = fc.record({ text: fc.string({ minLength: 1, maxLength: 3 }), wait: fc.nat(40) });
		fc.assert(
			fc.property(fc.array(step, { maxLength: 40 }), steps => {
				const texts: string[] = [];
				const times: number[] = [];
				let now = 0;
				const own = new DeltaBatch(
					(_, __, text) => {
						texts.push(text);
						times.push(now);
						return undefined;
					},
					() => true,
				);
				const pass = (milliseconds: number) => {
					for (let i = 0; i < milliseconds; i++) {
						now++;
						mock.timers.tick(1);
					}
				};
				for (const { text, wait } of steps) {
					own.add('a', 'content', text);
					pass(wait);
				}
				own.flush('a');
				assert.equal(texts.join(''), steps.map(({ text }) => text).join(''));
				// The last message is the flush, which does not wait.
				const paced = times.slice(0, -1);
				paced.forEach((time, i) => {
					const before = paced[i - 1];
					assert.ok(before === undefined || time - before >= DELTA_INTERVAL);
				});
			}),
		);
	});
});
