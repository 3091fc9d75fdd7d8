import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { emitted } from '../../../src/inference/emitted';

async function collect<T>(values: AsyncIterable<T>): Promise<T[]> {
	const all: T[] = [];
	for await (const value of values) {
		all.push(value);
	}
	return all;
}

describe('emitted', () => {
	it('gives everything in order, whether it was there before the reader or not', async () => {
		const values = emitted<number>(async emit => {
			emit(1);
			emit(2);
			await Promise.resolve();
			emit(3);
			await new Promise(resolve => setImmediate(resolve));
			emit(4);
		});
		assert.deepEqual(await collect(values), [1, 2, 3, 4]);
	});

	it('answers readers that ask ahead, also when it is over', async () => {
		const iterator = emitted<number>(async emit => {
			await new Promise(resolve => setImmediate(resolve));
			emit(1);
		})[Symbol.asyncIterator]();
		assert.deepEqual(await Promise.all([iterator.next(), iterator.next(), iterator.next()]), [
			{ done: false, value: 1 },
			{ done: true, value: undefined },
			{ done: true, value: undefined },
		]);
		assert.deepEqual(await iterator.next(), { done: true, value: undefined });
	});

	it('does nothing until somebody reads', async () => {
		let started = 0;
		const values = emitted<number>(async () => void started++);
		await new Promise(resolve => setImmediate(resolve));
		assert.equal(started, 0);
		await collect(values);
		assert.equal(started, 1);
	});

	it('tells the work when its reader leaves, and waits for its end', async () => {
		const seen: string[] = [];
		const values = emitted<number>(async (emit, left) => {
			emit(1);
			await new Promise(resolve => left.addEventListener('abort', resolve));
			seen.push('stopped');
		});
		for await (const value of values) {
			seen.push(String(value));
			break;
		}
		assert.deepEqual(seen, ['1', 'stopped']);
	});

	it('fails its readers when the work fails', async () => {
		const failing = () =>
			emitted<number>(async emit => {
				emit(1);
				await new Promise(resolve => setImmediate(resolve));
				throw new Error('broken');
			});
		await assert.rejects(collect(failing()), /broken/);
		const iterator = failing()[Symbol.asyncIterator]();
		await iterator.next();
		await new Promise(resolve => setTimeout(resolve, 5));
		await assert.rejects(iterator.next(), /broken/);
	});
});
