import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { createInference } from '../../../src/inference/createInference';
import type { Inference } from '../../../src/inference/inference';
import { openOperation } from '../../../src/net/openOperation';
import { type LocalServer, startServer } from '../net/localServer';
import { record } from './runOnLoopback';

const END = {
	choices: [{ index: 0, delta: { content: 'Hi' }, finish_reason: 'stop' }],
};

const ANSWERS: Readonly<Record<string, unknown>> = {
	'/hub/api/models/o/m': {
		inferenceProviderMapping: {
			'hf-inference': { status: 'live', providerId: 'p/m', task: 'summarization' },
		},
	},
	'/hub/api/models': [],
	'/router/v1/models': { data: [{ id: 'o/m', providers: [{ provider: 'groq', status: 'live' }] }] },
	'/router/hf-inference/models/p/m': [{ summary_text: 'Short' }],
};

/** Mirrors and company gateways are below a path of a server that has other things too. */
describe('inference at endpoints with a path', () => {
	let server: LocalServer;
	let inference: Inference;

	before(async () => {
		server = await startServer(({ url = '' }, response) => {
			const path = url.split('?', 1)[0] ?? '';
			if (path === '/router/v1/chat/completions') {
				response.writeHead(200, { 'Content-Type': 'text/event-stream' });
				response.end(`data: ${JSON.stringify(END)}\n\n`);
			} else {
				response.writeHead(path in ANSWERS ? 200 : 404, { 'Content-Type': 'application/json' });
				response.end(JSON.stringify(ANSWERS[path] ?? {}));
			}
		});
		const { origin } = server;
		inference = createInference({
			endpoints: { hub: `${origin}/hub`, router: `${origin}/router` },
			credentials: async () => ({ value: `hf_${'a'.repeat(34)}`, name: 'test', origins: [origin] }),
			openOperation,
			providerPolicy: () => 'auto',
			billTo: () => undefined,
		});
	});
	after(() => server.stop());

	it('streams a chat', async () => {
		const { content, problem } = await record(inference, {
			task: 'conversational',
			model: 'o/m',
			text: 'Hello',
		});
		assert.deepEqual([content, problem], ['Hi', undefined]);
	});

	it('asks a model one question', async () => {
		const { last, problem } = await record(inference, { task: 'summarization', model: 'o/m', text: 'Long' });
		assert.deepEqual([last?.type, problem], ['finished', undefined]);
	});

	it('lists models', async () => {
		const { signal } = new AbortController();
		const offers = await inference.offers('conversational', '', signal);
		assert.deepEqual(
			offers.map(({ model, provider }) => [model, provider]),
			[['o/m', 'groq']],
		);
		assert.deepEqual(await inference.offers('translation', '', signal), []);
	});
});
