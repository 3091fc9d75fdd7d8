import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Inference } from '../../../src/inference/inference';
import { lazyInference } from '../../../src/inference/lazyInference';

const never = new AbortController().signal;
const loaded: Inference = {
	offers: async () => [{ model: 'o/m', provider: 'groq' }],
	providers: async () => [],
	refresh: () => undefined,
	revision: async () => undefined,
	estimate: async () => ({ promptTokens: 0, isCounted: false }),
	async *run() {
		yield { type: 'started', model: 'o/m', provider: 'groq' };
	},
};

describe('lazyInference', () => {
	it('loads once, with the first call', async () => {
		let loads = 0;
		const inference = lazyInference(async () => {
			loads++;
			return loaded;
		});
		assert.equal(loads, 0);
		inference.preload();
		await inference.offers('conversational', '', never);
		for await (const { type } of inference.run({ task: 'conversational', model: 'o/m', text: '' }, never)) {
			assert.equal(type, 'started');
		}
		assert.equal(loads, 1);
	});

	it('tries again after a load that failed, which `preload` keeps to itself', async () => {
		let loads = 0;
		const inference = lazyInference(async () => {
			if (++loads < 3) {
				throw new Error('no such file');
			}
			return loaded;
		});
		inference.preload();
		await new Promise(resolve => setImmediate(resolve));
		await assert.rejects(inference.offers('conversational', '', never), /no such file/);
		assert.equal((await inference.offers('conversational', '', never)).length, 1);
	});
});
