import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { pause } from '../../../src/inference/pause';
import { Watchdog } from '../../../src/inference/watchdog';

describe('Watchdog', () => {
	it('rings once nothing has been seen', async () => {
		await new Promise<void>(resolve => new Watchdog(5, resolve).start());
	});

	it('does not ring before it is started, nor after it is put away', async () => {
		const idle = new Watchdog(1, () => assert.fail('rang'));
		const over = new Watchdog(1, () => assert.fail('rang'));
		over.start();
		over.dispose();
		await pause(20, new AbortController().signal);
		assert.ok(!idle.stalled && !over.stalled);
	});

	it('goes on as long as something is seen', async () => {
		const order: string[] = [];
		const rang = new Promise<void>(resolve => {
			const watchdog = new Watchdog(400, () => {
				order.push('rang');
				resolve();
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

describe('pause', () => {
	it('ends at once when its signal aborts, before or meanwhile', async () => {
		const controller = new AbortController();
		const long = pause(1_000_000, controller.signal);
		controller.abort();
		await assert.rejects(long, { name: 'AbortError' });
		await assert.rejects(pause(1_000_000, controller.signal), { name: 'AbortError' });
	});
});
