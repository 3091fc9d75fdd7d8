import assert from 'node:assert/strict';
import type { ChatCompletionStreamOutput } from '@huggingface/tasks';
import { CHAT_PROVIDERS } from '../../hub/catalogue/chatProviders';
import { parseProviderTable } from '../../hub/catalogue/providerTable';
import { dialectOf } from '../../hub/inference/dialect';
import { collect } from './collect';
import { runningHub } from './runningHub';

const question = [
	{ role: 'user', content: 'Explain\n\n```js\nfunction twice(n) {\n\treturn 2 * n;\n}\n```' },
];

interface Delta {
	readonly content?: string | null;
	readonly reasoning?: string;
	readonly reasoning_content?: string;
}

/** What a stream brought, put together as a client would. */
function gather(chunks: readonly ChatCompletionStreamOutput[]) {
	const choices = chunks.flatMap(chunk => chunk.choices);
	const deltas = choices.map(choice => choice.delta as Delta);
	return {
		content: deltas.map(({ content }) => content ?? '').join(''),
		reasoning: deltas.map(delta => delta.reasoning ?? delta.reasoning_content ?? '').join(''),
		finishReasons: choices.flatMap(choice => choice.finish_reason ?? []),
		usage: chunks.findLast(chunk => chunk.usage)?.usage,
	};
}

describe('Chat completions of the loopback Hub', () => {
	const running = runningHub();

	it('answers from the code that it is given, with counts and a signature', async () => {
		const answer = await running
			.inference('read')
			.chatCompletion({ model: 'Qwen/Qwen3-Coder-30B-A3B-Instruct', messages: question });
		const content = answer.choices[0]?.message.content ?? '';
		assert.match(content, /\*\*twice\*\* \(lines 1–3\): takes `n`, returns a value/);
		assert.match(content, /small deterministic model of the loopback Hub\.\*$/);
		assert.equal(answer.usage.total_tokens, answer.usage.prompt_tokens + answer.usage.completion_tokens);
		assert.equal(answer.choices[0]?.finish_reason, 'stop');
		const other = await running.inference('read').chatCompletion({
			model: 'Qwen/Qwen3-Coder-30B-A3B-Instruct',
			messages: [{ role: 'user', content: 'Explain\n\n```js\nconst halve = (m) => m / 2;\n```' }],
		});
		assert.match(other.choices[0]?.message.content ?? '', /\*\*halve\*\*/);
	});

	const table = parseProviderTable(CHAT_PROVIDERS);
	const reached = new Map<string, string>();
	for (const [model, providers] of table) {
		for (const { provider, status, deprecated } of providers) {
			if (status === 'live' && !deprecated && !reached.has(provider)) {
				reached.set(provider, model);
			}
		}
	}
	for (const [provider, model] of reached) {
		it(`streams in the dialect of ${provider} the text that it answers at once`, async () => {
			const client = running.inference('read');
			const args = { model: `${model}:${provider}`, messages: question };
			const whole = await client.chatCompletion(args);
			const streamed = gather(
				await collect(client.chatCompletionStream({ ...args, stream_options: { include_usage: true } })),
			);
			assert.equal(streamed.content, whole.choices[0]?.message.content);
			assert.deepEqual(streamed.finishReasons, [dialectOf(provider).stopped]);
			assert.deepEqual(streamed.usage, whole.usage);
		});
	}

	it('takes a fixed provider with that provider’s name for the model', async () => {
		const answer = await running.inference('read').chatCompletion({
			model: 'meta-llama/Llama-3.3-70B-Instruct',
			provider: 'groq',
			messages: question,
		});
		assert.equal(answer.model, 'llama-3.3-70b-versatile');
		const hosted = await running.inference('read').chatCompletion({
			model: 'HuggingFaceTB/SmolLM3-3B',
			provider: 'hf-inference',
			messages: question,
		});
		assert.match(hosted.choices[0]?.message.content ?? '', /twice/);
		assert.ok(running.hub.traffic.requests.some(({ path }) => path === '/groq/openai/v1/chat/completions'));
	});

	const reasoners: ReadonlyArray<readonly [provider: string, field: 'reasoning' | 'content']> = [
		['groq', 'reasoning'],
		['novita', 'reasoning'],
		['fireworks-ai', 'content'],
	];
	for (const [provider, field] of reasoners) {
		it(`lets a reasoning model think aloud at ${provider}`, async () => {
			const answer = gather(
				await collect(
					running
						.inference('read')
						.chatCompletionStream({ model: `openai/gpt-oss-120b:${provider}`, messages: question }),
				),
			);
			if (field === 'content') {
				assert.match(
					answer.content,
					/^<think>\nThe request comes with 3 lines of js\.[\s\S]+\n<\/think>\n\nThis is/,
				);
			} else {
				assert.match(answer.reasoning, /^The request comes with 3 lines of js\./);
				assert.match(answer.content, /^This is/);
			}
		});
	}

	const suffixes: ReadonlyArray<readonly [suffix: string, answeredBy: string]> = [
		['', 'gpt-oss-120b'],
		[':fastest', 'gpt-oss-120b'],
		[':cheapest', 'openai/gpt-oss-120b'],
		[':fireworks-ai', 'accounts/fireworks/models/gpt-oss-120b'],
	];
	for (const [suffix, answeredBy] of suffixes) {
		it(`chooses the provider for the suffix “${suffix}”`, async () => {
			const answer = await running
				.inference('read')
				.chatCompletion({ model: `openai/gpt-oss-120b${suffix}`, messages: question });
			assert.equal(answer.model, answeredBy);
		});
	}

	it('names the provider that it chose in a header', async () => {
		for (const stream of [true, false]) {
			const response = await running.request('/v1/chat/completions', {
				method: 'POST',
				router: true,
				token: 'read',
				headers: { 'Content-Type': 'application/json' },
				body: JSON.stringify({ model: 'openai/gpt-oss-120b:cheapest', messages: question, stream }),
			});
			await response.text();
			assert.equal(response.headers.get('X-Inference-Provider'), 'novita');
		}
	});

	it('follows the account’s own order of providers for :preferred', async () => {
		const answer = await running
			.inference('read')
			.chatCompletion({ model: 'meta-llama/Llama-3.3-70B-Instruct:preferred', messages: question });
		assert.equal(answer.model, 'llama-3.3-70b-instruct');
	});

	it('ends at max_tokens, and before a stop word', async () => {
		const client = running.inference('read');
		const cut = gather(
			await collect(
				client.chatCompletionStream({ model: 'zai-org/GLM-4.6:novita', messages: question, max_tokens: 7 }),
			),
		);
		assert.deepEqual(cut.finishReasons, ['length']);
		const short = await client.chatCompletion({
			model: 'Qwen/Qwen3-4B-Instruct-2507',
			messages: question,
			stop: ['of js'],
		});
		assert.equal(short.choices[0]?.message.content, 'This is 3 lines ');
		assert.equal(short.choices[0]?.finish_reason, 'stop');
	});

	it('sends the counts in a chunk of their own only when asked', async () => {
		const client = running.inference('read');
		const args = { model: 'openai/gpt-oss-20b:groq', messages: question, max_tokens: 3 };
		const without = await collect(client.chatCompletionStream(args));
		assert.ok(without.every(chunk => chunk.usage === undefined && chunk.choices.length === 1));
		const asked = await collect(
			client.chatCompletionStream({ ...args, stream_options: { include_usage: true } }),
		);
		assert.deepEqual(asked.at(-1)?.choices, []);
		assert.equal(asked.at(-1)?.usage?.completion_tokens, 3);
	});

	it('writes exactly as many deltas as a benchmark asks for, at every pace', async () => {
		const client = running.inference('read');
		for (const pace of [{}, { x_slab_bytes: 0 }, { x_gap_ms: 0.01 }]) {
			const chunks = await collect(
				client.chatCompletionStream({
					model: 'loopback/bench-stream',
					messages: question,
					x_deltas: 1234,
					...pace,
				}),
			);
			const texts = chunks
				.flatMap(chunk => chunk.choices.map(choice => choice.delta.content))
				.filter(text => text);
			assert.equal(texts.length, 1234);
			assert.equal(running.hub.traffic.requests.at(-1)?.stream?.deltas, 1234);
		}
	});
});
