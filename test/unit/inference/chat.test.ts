import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'mocha';
import { askInstruction } from '../../../src/inference/askInstruction';
import type { RunRequest } from '../../../src/inference/runRequest';
import { openOperation } from '../../../src/net/openOperation';
import type { Operation, OperationOptions } from '../../../src/net/operation';
import { type LoopbackHub, startLoopbackHub } from '../../hub/loopbackHub';
import { inferenceOn, record } from './runOnLoopback';

const CHAT = { method: 'POST', host: 'router', path: /^\/v1\/chat\/completions$/ } as const;

const withoutProvider: RunRequest = {
	task: 'conversational',
	model: 'openai/gpt-oss-20b',
	text: 'export function area(r) {\n\treturn Math.PI * r * r;\n}\n',
	instruction: askInstruction('Explain this.'),
};
const request: RunRequest = { ...withoutProvider, provider: 'together' };

describe('a chat on the loopback Hub', () => {
	let hub: LoopbackHub;

	before(async () => {
		hub = await startLoopbackHub({ deltaGapMs: 0 });
	});
	afterEach(() => hub.reset());
	after(() => hub.stop());

	it('streams the answer with its reasoning, usage, speed and price', async () => {
		const { types, content, reasoning, providers, last } = await record(inferenceOn(hub), request);
		assert.equal(types, 'started delta finished');
		assert.deepEqual(providers, ['together']);
		assert.ok(content.length > 20 && reasoning.length > 0);
		assert.ok(last?.type === 'finished' && last.reason === 'stop');
		const { usage, cost, firstTokenMs, durationMs } = last.metrics;
		assert.ok(usage && usage.promptTokens > 10 && usage.completionTokens > 10);
		assert.equal(cost, (usage.promptTokens * 0.05 + usage.completionTokens * 0.2) / 1_000_000);
		assert.ok(firstTokenMs !== undefined && firstTokenMs <= durationMs);
	});

	it('tells while it is waited for what it will be, with its price as soon as that is known', async () => {
		hub.faults.always({ path: /chat\/completions/ }, { kind: 'stallAfter', deltas: 0 });
		const stop = new AbortController();
		const { events } = await record(inferenceOn(hub), request, stop.signal, event => {
			if (event.type === 'estimated' && event.estimate.cost !== undefined) {
				stop.abort();
			}
		});
		const estimate = events.findLast(event => event.type === 'estimated')?.estimate;
		assert.ok(estimate && !estimate.isCounted && estimate.promptTokens > 10);
		assert.equal(estimate.cost, (estimate.promptTokens * 0.05 + 500 * 0.2) / 1_000_000);
		assert.equal(events.filter(({ type }) => type === 'delta').length, 0);
	});

	const speakers: ReadonlyArray<readonly [provider: string, model: string, reasons: boolean]> = [
		['cerebras', 'openai/gpt-oss-120b', true],
		['cohere', 'CohereLabs/command-a-03-2025', false],
		['featherless-ai', 'deepseek-ai/DeepSeek-V3.2', false],
		['fireworks-ai', 'deepseek-ai/DeepSeek-R1-0528', true],
		['groq', 'openai/gpt-oss-20b', true],
		['hf-inference', 'openai/gpt-oss-20b', true],
		['novita', 'deepseek-ai/DeepSeek-R1-0528', true],
		['nscale', 'Qwen/Qwen3-32B', true],
		['publicai', 'swiss-ai/Apertus-8B-Instruct-2509', false],
		['sambanova', 'Qwen/Qwen3-32B', true],
		['scaleway', 'google/gemma-3-27b-it', false],
		['together', 'deepseek-ai/DeepSeek-R1-0528', true],
	];
	for (const [provider, model, reasons] of speakers) {
		it(`understands ${provider}`, async () => {
			const { content, reasoning, last } = await record(inferenceOn(hub), { ...request, provider, model });
			assert.ok(last?.type === 'finished', JSON.stringify(last));
			assert.equal(last.reason, 'stop');
			assert.ok((last.metrics.usage?.completionTokens ?? 0) > 0);
			assert.ok(content.length > 0 && !content.includes('<think>') && !content.startsWith('\n'));
			assert.equal(reasoning.length > 0, reasons);
		});
	}

	it('gives the same whether it comes byte by byte or all at once', async () => {
		const whole = await record(inferenceOn(hub), { ...request, provider: 'hf-inference' });
		hub.faults.next(CHAT, { kind: 'oneByteChunks' });
		const bytes = await record(inferenceOn(hub), { ...request, provider: 'hf-inference' });
		assert.equal(bytes.content, whole.content);
		assert.equal(bytes.reasoning, whole.reasoning);
	});

	it('sends the token to the router alone, and asks the Hub for nothing', async () => {
		await record(inferenceOn(hub), request);
		assert.deepEqual(hub.traffic.sentTo('fineGrainedInference'), [
			`POST ${hub.routerOrigin}/v1/chat/completions`,
		]);
		assert.ok(hub.traffic.requests.every(({ host }) => host === 'router'));
	});

	it('lets the client package write nothing to the console', async () => {
		const { log, warn, error } = console;
		const written: unknown[] = [];
		console.log = console.warn = console.error = (...words: unknown[]) => void written.push(words);
		try {
			await record(inferenceOn(hub), { ...request, provider: 'auto' });
		} finally {
			Object.assign(console, { log, warn, error });
		}
		assert.deepEqual(written, []);
	});

	it('bills the organisation of the setting', async () => {
		await record(inferenceOn(hub, { token: 'orgAdmin', billTo: () => 'acme' }), request);
		const sent = hub.traffic.requests.find(({ method }) => method === 'POST');
		assert.equal(sent?.headers['x-hf-bill-to'], 'acme');
	});

	it('ends with `length` where the answer hits the limit', async () => {
		const { last } = await record(inferenceOn(hub), { ...request, parameters: { max_tokens: 3 } });
		assert.ok(last?.type === 'finished' && last.reason === 'length');
	});

	describe('who serves it', () => {
		const policies: ReadonlyArray<readonly [policy: string, model: string, providers: readonly string[]]> = [
			['auto', 'openai/gpt-oss-20b', ['groq']],
			['cheapest', 'openai/gpt-oss-20b', ['together']],
			['fastest', 'openai/gpt-oss-20b', ['groq']],
			['groq', 'openai/gpt-oss-20b', ['groq']],
		];
		for (const [policy, model, providers] of policies) {
			it(`${policy}: is the router’s choice, by its header, and has a price then`, async () => {
				const { providers: told, last } = await record(inferenceOn(hub, { providerPolicy: () => policy }), {
					...withoutProvider,
					model,
				});
				assert.deepEqual(told, providers);
				assert.ok(last?.type === 'finished' && last.metrics.cost !== undefined);
			});
		}

		it('is known where a model has one live provider, once the catalogue has been read', async () => {
			const inference = inferenceOn(hub);
			await inference.offers('conversational', '', new AbortController().signal);
			const { providers, last } = await record(inference, {
				...request,
				model: 'HuggingFaceTB/SmolLM3-3B',
				provider: 'auto',
			});
			assert.deepEqual(providers, ['hf-inference']);
			assert.equal(last?.type, 'finished');
		});

		it('is the policy where the router does not say whom it chose', async () => {
			const silent: (options: OperationOptions) => Operation = options => {
				const operation = openOperation(options);
				return {
					get last() {
						return operation.last;
					},
					fetch: async (input, init) => {
						const { body, status, headers } = await operation.fetch(input, init);
						const told = new Headers(headers);
						told.delete('X-Inference-Provider');
						return new Response(body, { status, headers: told });
					},
				};
			};
			const inference = inferenceOn(hub, { openOperation: silent });
			const { types, providers, last } = await record(inference, { ...request, provider: 'fastest' });
			assert.equal(types, 'started delta finished');
			assert.deepEqual(providers, ['fastest']);
			assert.ok(last?.type === 'finished' && last.metrics.cost === undefined);
		});
	});
});
