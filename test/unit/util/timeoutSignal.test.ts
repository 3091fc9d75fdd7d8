import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { timeoutSignal } from '../../../src/util/timeoutSignal';

const SIGNALS = 50;
const MILLISECONDS = 200;
const LOOK = 10;

describe('timeoutSignal', () => {
	it('is aborted with an error that says it was too late', async () => {
		const signal = timeoutSignal(1);
		await new Promise(resolve => signal.addEventListener('abort', resolve));
		assert.equal((signal.reason as DOMException).name, 'TimeoutError');
	});

	it('is aborted where only another signal waits for it, and the heap is collected meanwhile', async () => {
		setFlagsFromString('--expose-gc');
		const collect = runInNewContext('gc') as () => void;
		let aborted = 0;
		for (let count = 0; count < SIGNALS; count++) {
			const any = AbortSignal.any([new AbortController().signal, timeoutSignal(MILLISECONDS)]);
			any.addEventListener('abort', () => aborted++);
		}
		for (let waited = 0; aborted < SIGNALS && waited < 10 * MILLISECONDS; waited += LOOK) {
			await delay(LOOK);
			collect();
		}
		assert.equal(aborted, SIGNALS);
	});
});
