import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'mocha';
import { CompletionReader } from '../../../src/inference/completionReader';
import { ErrorEvent } from '../../../src/inference/errorEvent';
import type { RunRequest } from '../../../src/inference/runRequest';
import { type LoopbackHub, startLoopbackHub } from '../../hub/loopbackHub';
import { inferenceOn, record } from './runOnLoopback';

describe('a text that is continued on the loopback Hub', () => {
	let hub: LoopbackHub;

	before(async () => {
		hub = await startLoopbackHub({ deltaGapMs: 0 });
	});
	afterEach(() => hub.reset());
	after(() => hub.stop());

	const request = (model: string): RunRequest => ({
		task: 'text-generation',
		model,
		text: 'The ferry',
		parameters: { max_new_tokens: 9 },
	});
	const POST = { method: 'POST', host: 'router' } as const;

	const FORMS = [
		['TGI’s form', 'openai-community/gpt2', 'hf-inference', 'stop'],
		['OpenAI’s form', 'bigscience/bloom-560m', 'featherless-ai', 'length'],
	] as const;
	for (const [form, model, provider, reason] of FORMS) {
		it(`comes piece by piece in ${form}, and says why it ended`, async () => {
			const ran = await record(inferenceOn(hub), request(model));
			assert.equal(ran.types, 'started delta output finished', JSON.stringify(ran.last));
			assert.ok(ran.events.filter(({ type }) => type === 'delta').length > 3);
			assert.deepEqual(ran.providers, [provider]);
			const output = ran.events.find(event => event.type === 'output')?.output;
			assert.deepEqual(output, { kind: 'text', text: ran.content });
			assert.ok(ran.last?.type === 'finished' && ran.last.reason === reason);
			assert.ok(ran.last.metrics.firstTokenMs !== undefined);
			assert.equal(ran.last.metrics.usage !== undefined, provider === 'featherless-ai');
		});
	}

	it('keeps what came of a stream that breaks off, and is stopped with its connection', async () => {
		const model = 'openai-community/gpt2';
		hub.faults.next(POST, { kind: 'cutAfter', deltas: 3 });
		const cut = await record(inferenceOn(hub), request(model));
		assert.deepEqual(cut.problem, { code: 'stream.cut' });
		assert.equal(cut.types, 'started delta failed');
		hub.faults.next(POST, { kind: 'stallAfter', deltas: 3 });
		const stop = new AbortController();
		const stopped = await record(inferenceOn(hub), request(model), stop.signal, ({ type }) => {
			if (type === 'delta') {
				stop.abort();
			}
		});
		assert.deepEqual(stopped.problem, { code: 'cancelled' });
		await hub.traffic.until(({ openRequests }) => openRequests === 0);
	});
});

describe('CompletionReader', () => {
	const read = (...chunks: readonly unknown[]) => {
		const pieces: string[] = [];
		const reader = new CompletionReader(text => pieces.push(text));
		chunks.forEach(chunk => reader.read(chunk));
		const { text, finishReason, usage } = reader;
		return { pieces, text, finishReason, usage };
	};

	it('reads a chat’s chunks where a provider makes one of the text', () => {
		const { pieces, finishReason } = read(
			{ choices: [{ delta: { role: 'assistant' } }] },
			{ choices: [{ index: 0, delta: { content: ' sails' } }] },
			{ choices: [{ index: 1, delta: { content: 'another' } }] },
			{ choices: [{ index: 0, delta: {}, finish_reason: 'eos' }] },
		);
		assert.deepEqual(pieces, [' sails']);
		assert.equal(finishReason, 'stop');
	});

	it('leaves special tokens out, and takes TGI’s reason', () => {
		const { text, finishReason } = read(
			{ token: { text: ' sails', special: false }, generated_text: null, details: null },
			{
				token: { text: '</s>', special: true },
				generated_text: ' sails',
				details: { finish_reason: 'length' },
			},
		);
		assert.equal(text, ' sails');
		assert.equal(finishReason, 'length');
	});

	it('takes usage in the last chunk, and leaves alone what it does not know', () => {
		const { usage, finishReason } = read(
			null,
			'text',
			{ choices: [] },
			{ choices: [], usage: { prompt_tokens: 2, completion_tokens: 3 } },
			{ choices: [], usage: null },
		);
		assert.deepEqual(usage, { promptTokens: 2, completionTokens: 3 });
		assert.equal(finishReason, undefined);
	});

	it('throws for an error in any form', () => {
		for (const chunk of [
			{ error: 'It broke' },
			{ object: 'error', message: 'It broke' },
			{ error_message: 'It' },
		]) {
			assert.throws(() => read(chunk), ErrorEvent);
		}
	});
});
