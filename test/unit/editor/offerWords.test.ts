import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { offerWords } from '../../../src/editor/offerWords';
import type { ModelOffer } from '../../../src/inference/inference';

function assertWords(offer: Partial<ModelOffer>, description: string, detail: string): void {
	assert.deepEqual(offerWords({ model: 'a/b', provider: 'groq', ...offer }), { description, detail });
}

describe('an offer in words', () => {
	it('says the provider, even if nothing else is known', () => assertWords({}, 'groq', ''));

	it('says price and context beside the provider, and speed below', () =>
		assertWords(
			{
				pricing: { input: 0.15, output: 0.75 },
				contextLength: 131072,
				throughput: 480.4,
				firstTokenLatency: 310,
			},
			'groq · $0.15 in / $0.75 out per million · 128k context',
			'480 tokens/s · first token after 0.3 s',
		));

	it('says how popular it is where that is known', () =>
		assertWords({ downloads: 440_000, likes: 1 }, 'groq', '440k downloads · 1 like'));

	for (const [value, expected] of [
		[0, '$0'],
		[0.005, '$0.005'],
		[0.05, '$0.05'],
		[0.1, '$0.10'],
		[1.685, '$1.69'],
		[3, '$3.00'],
	] as const) {
		it(`writes ${value} dollars as ${expected}`, () =>
			assertWords(
				{ pricing: { input: value, output: value } },
				`groq · ${expected} in / ${expected} out per million`,
				'',
			));
	}

	for (const [value, expected] of [
		[512, '512'],
		[32768, '32k'],
		[128000, '128k'],
		[131000, '131k'],
		[163840, '160k'],
		[1048576, '1M'],
		[2000000, '2M'],
	] as const) {
		it(`writes a context of ${value} tokens as ${expected}`, () =>
			assertWords({ contextLength: value }, `groq · ${expected} context`, ''));
	}
});
