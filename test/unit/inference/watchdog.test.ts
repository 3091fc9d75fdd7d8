import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { pause } from '../../../src/inference/pause';
import { Watchdog } from '../../../src/inference/watchdog';

describe('Watchdog', () => {
	it('rings once nothing has been seen', async () => {
		await new Promise<void>(resolve => new Watchdog({ stallTimeout: 5, onDead: resolve }).start());
	});

	it('does not ring before it is started, nor after it is put away', async () => {
		const idle = new Watchdog({ stallTimeout: 1, onDead: () => assert.fail('rang') });
		const over = new Watchdog({ stallTimeout: 1, onDead: () => assert.fail('rang') });
		over.start();
		over.rest();
		await pause(20, new AbortController().signal);
		assert.ok(!idle.stalled && !over.stalled);
	});

	it('goes on as long as something is seen', async () => {
		const order: string[] = [];
		const rang = new Promise<void>(resolve => {
			const watchdog = new Watchdog({
				stallTimeout: 400,
				onDead: () => {
					order.push('rang');
					resolve();
				},
			});
			watchdog.start();
			let touches = 0;
			const timer = setInterval(() => {
				watchdog.touch();
				if (++touches === 60) {
					clearInterval(timer);
					order.push('silent');
				}
			}, 10);
		});
		await rang;
		assert.deepEqual(order, ['silent', 'rang']);
	}).timeout(20_000);
});

describe('Watchdog of the network', () => {
	it('rings before anything is sent, and while an answer is awaited or comes', async () => {
		for (const begin of ['expect', 'start'] as const) {
			let isOffline = false;
			const rang = new Promise<Watchdog>(resolve => {
				const watchdog: Watchdog = new Watchdog({
					stallTimeout: 60_000,
					isOffline: () => isOffline,
					onDead: () => resolve(watchdog),
				});
				watchdog[begin]();
				isOffline = true;
			});
			const { offline, stalled } = await rang;
			assert.deepEqual({ offline, stalled }, { offline: true, stalled: false });
		}
	}).timeout(20_000);

	it('does not look while nothing is expected', async () => {
		const watchdog = new Watchdog({
			stallTimeout: 1,
			isOffline: () => false,
			onDead: () => assert.fail('rang'),
		});
		watchdog.expect();
		watchdog.rest();
		await pause(20, new AbortController().signal);
	});
});

describe('pause', () => {
	it('ends at once when its signal aborts, before or meanwhile', async () => {
		const controller = new AbortController();
		const long = pause(1_000_000, controller.signal);
		controller.abort();
		await assert.rejects(long, { name: 'AbortError' });
		await assert.rejects(pause(1_000_000, controller.signal), { name: 'AbortError' });
	});
});
