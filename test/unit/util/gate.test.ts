import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { setImmediate as turn } from 'node:timers/promises';
import { Gate } from '../../../src/util/gate';

describe('Gate', () => {
	it('lets through while it is open, and keeps waiting what comes while it is closed', async () => {
		const gate = new Gate();
		const { signal } = new AbortController();
		await gate.pass(signal);
		const passed: string[] = [];
		gate.close();
		const both = ['a', 'b'].map(async name => {
			await gate.pass(signal);
			passed.push(name);
		});
		await turn();
		assert.deepEqual(passed, []);
		gate.open();
		await Promise.all(both);
		assert.deepEqual(passed, ['a', 'b']);
	});

	it('keeps waiting what it finds closed again', async () => {
		const gate = new Gate();
		let hasPassed = false;
		gate.close();
		const passing = gate.pass(new AbortController().signal).then(() => (hasPassed = true));
		gate.open();
		gate.close();
		await turn();
		assert.equal(hasPassed, false);
		gate.open();
		await passing;
	});

	it('lets nobody wait who has left', async () => {
		const gate = new Gate();
		gate.close();
		const leaving = new AbortController();
		const left = gate.pass(leaving.signal);
		leaving.abort();
		await assert.rejects(left, { name: 'AbortError' });
		await assert.rejects(gate.pass(leaving.signal), { name: 'AbortError' });
	});

	it('leaves nothing behind at a signal that lasts', async () => {
		const gate = new Gate();
		const lasting = new AbortController();
		for (let times = 0; times < 20; times++) {
			gate.close();
			const passing = gate.pass(lasting.signal);
			gate.open();
			await passing;
		}
		assert.equal(getEventListeners(lasting.signal, 'abort').length, 0);
	});
});
