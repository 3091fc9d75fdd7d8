import assert from 'node:assert/strict';
import { Latest } from '../../../src/util/latest';

/** Work that ends when the test says so, and tells whether it was aborted. */
function work<T>() {
	let settle: { resolve: (value: T) => void; reject: (error: Error) => void } | undefined;
	const seen: AbortSignal[] = [];
	const promise = new Promise<T>((resolve, reject) => (settle = { resolve, reject }));
	return {
		run: (signal: AbortSignal) => {
			seen.push(signal);
			return promise;
		},
		resolve: (value: T) => settle?.resolve(value),
		reject: (error: Error) => settle?.reject(error),
		get aborted() {
			return seen[0]?.aborted ?? false;
		},
	};
}

describe('Latest', () => {
	it('answers with the value of work that nothing overtook', async () => {
		const latest = new Latest();
		assert.deepEqual(await latest.run(async () => 1), { value: 1 });
		assert.equal(latest.busy, false);
	});

	it('tells an empty value from having been overtaken', async () => {
		assert.deepEqual(await new Latest().run(async () => undefined), { value: undefined });
	});

	it('aborts the work before, and drops its answer though it comes last', async () => {
		const latest = new Latest();
		const [slow, quick] = [work<string>(), work<string>()];
		const first = latest.run(slow.run);
		const second = latest.run(quick.run);
		assert.equal(slow.aborted, true);
		quick.resolve('second');
		assert.deepEqual(await second, { value: 'second' });
		slow.resolve('first');
		assert.equal(await first, undefined);
	});

	it('drops the error of overtaken work and throws that of wanted work', async () => {
		const latest = new Latest();
		const [slow, quick] = [work<string>(), work<string>()];
		const first = latest.run(slow.run);
		const second = latest.run(quick.run);
		slow.reject(new Error('slow'));
		assert.equal(await first, undefined);
		quick.reject(new Error('quick'));
		await assert.rejects(second, /quick/);
		assert.equal(latest.busy, false);
	});

	it('stays busy when overtaken work ends before the work that overtook it', async () => {
		const latest = new Latest();
		const [slow, quick] = [work<string>(), work<string>()];
		const first = latest.run(slow.run);
		const second = latest.run(quick.run);
		slow.resolve('first');
		await first;
		assert.equal(latest.busy, true);
		quick.resolve('second');
		await second;
	});

	it('aborts on dispose', async () => {
		const latest = new Latest();
		const only = work<string>();
		const running = latest.run(only.run);
		latest.dispose();
		only.resolve('late');
		assert.equal(only.aborted, true);
		assert.equal(await running, undefined);
	});
});
