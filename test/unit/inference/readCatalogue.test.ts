import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readCatalogue, readCatalogueModel } from '../../../src/inference/readCatalogue';
import { ProblemError } from '../../../src/util/problemError';

const entry = {
	id: 'deepseek-ai/DeepSeek-V4-Pro',
	object: 'model',
	created: 1776837885,
	owned_by: 'deepseek-ai',
	architecture: { input_modalities: ['text'], output_modalities: ['text'] },
	providers: [
		{
			provider: 'novita',
			status: 'live',
			context_length: 1048576,
			pricing: { input: 1.69, output: 3.38 },
			supports_tools: true,
			first_token_latency_ms: 1490,
			throughput: 24.69,
			is_model_author: false,
		},
		{ provider: 'nebius', status: 'error' },
		{ provider: 'featherless-ai', status: 'live', is_model_author: false },
		{ provider: 'publicai', status: 'live', is_free: true },
	],
};

describe('readCatalogue', () => {
	it('reads live providers with whatever is known of them', () => {
		assert.deepEqual(readCatalogue({ object: 'list', data: [entry] }), [
			{
				id: 'deepseek-ai/DeepSeek-V4-Pro',
				takesImages: false,
				providers: [
					{
						provider: 'novita',
						pricing: { input: 1.69, output: 3.38 },
						contextLength: 1048576,
						throughput: 24.69,
						firstTokenLatency: 1490,
						supportsTools: true,
					},
					{ provider: 'featherless-ai' },
					{ provider: 'publicai', pricing: { input: 0, output: 0 } },
				],
			},
		]);
	});

	it('skips entries that it does not understand, and models that do not answer in text', () => {
		const image = { ...entry, architecture: { output_modalities: ['image'] } };
		assert.deepEqual(readCatalogue({ data: [null, 7, {}, image, { id: 'o/m' }] }), [
			{ id: 'o/m', providers: [] },
		]);
	});

	it('does not believe figures that are none', () => {
		const odd = {
			provider: 'novita',
			status: 'live',
			context_length: '1',
			throughput: -1,
			pricing: { input: -1, output: 2 },
		};
		assert.deepEqual(readCatalogueModel({ id: 'o/m', providers: [odd, { status: 'live' }, null] }), {
			id: 'o/m',
			providers: [{ provider: 'novita' }],
		});
	});

	it('refuses what is no list', () => {
		for (const body of [null, 'text', {}, { data: {} }]) {
			assert.throws(
				() => readCatalogue(body),
				(error: unknown) => error instanceof ProblemError && error.problem.code === 'protocol',
			);
		}
	});
});
