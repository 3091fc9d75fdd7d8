import assert from 'node:assert/strict';
import type { ModelSummary } from '../../../src/hub/model';
import { modelCard, modelDescription, modelIcon, modelSpoken } from '../../../src/trees/modelWords';

const MODEL: ModelSummary = {
	id: 'Qwen/Qwen3-8B',
	pipelineTag: 'text-generation',
	downloads: 1_234_567,
	likes: 3421,
	private: false,
	gated: false,
};

describe('a model in words', () => {
	it('has its task, downloads and likes beside the name', () => {
		assert.equal(modelDescription(MODEL), 'Text Generation · 1.2M ↓ · 3.4k ♥');
	});

	it('has no task where the Hub knows none', () => {
		const { pipelineTag, ...rest } = MODEL;
		assert.equal(pipelineTag, 'text-generation');
		assert.equal(modelDescription(rest), '1.2M ↓ · 3.4k ♥');
	});

	const icons: ReadonlyArray<readonly [Partial<ModelSummary>, string, string]> = [
		[{}, 'package', 'Qwen/Qwen3-8B, Text Generation, 1.2M downloads, 3.4k likes'],
		[{ private: true }, 'lock', 'Qwen/Qwen3-8B, Text Generation, 1.2M downloads, 3.4k likes, private'],
		[{ gated: 'auto' }, 'shield', 'Qwen/Qwen3-8B, Text Generation, 1.2M downloads, 3.4k likes, gated'],
		[
			{ gated: 'manual', private: true },
			'lock',
			'Qwen/Qwen3-8B, Text Generation, 1.2M downloads, 3.4k likes, private, gated',
		],
	];
	for (const [change, icon, spoken] of icons) {
		it(`marks ${JSON.stringify(change)} by ${icon}, and says so aloud`, () => {
			assert.equal(modelIcon({ ...MODEL, ...change }), icon);
			assert.equal(modelSpoken({ ...MODEL, ...change }), spoken);
		});
	}

	it('has a card with whole numbers, what access takes, and only the providers that serve it', () => {
		const offer = { providerId: 'x', task: 'conversational' };
		const card = modelCard({
			...MODEL,
			gated: 'manual',
			updatedAt: new Date(2026, 0, 2, 12).getTime(),
			providers: [
				{ ...offer, provider: 'together', status: 'live' },
				{ ...offer, provider: 'groq', status: 'error' },
				{ ...offer, provider: 'brand-new', status: 'live' },
			],
		});
		assert.deepEqual(card, {
			title: 'Qwen/Qwen3-8B',
			facts: [
				['Task', 'Text Generation'],
				['Downloads', '1,234,567 in the last 30 days'],
				['Likes', '3,421'],
				['Access', 'gated: its authors decide who gets access'],
				['Updated', '2026-01-02'],
				['Providers', 'Together AI, brand-new'],
			],
		});
	});

	it('calls a model public that is neither private nor gated', () => {
		assert.deepEqual(modelCard(MODEL).facts.at(-1), ['Access', 'public']);
	});
});
