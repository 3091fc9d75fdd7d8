import type { Hono } from 'hono';
import type { ModelRepo } from '../catalogue/repo';
import type { ExchangeContext, ExchangeEnv } from '../exchange';
import { HubError } from '../hubError';
import { streamResponse } from '../inference/streamResponse';
import { completionEvents } from '../inference/completionEvents';
import { tokenEvents } from '../inference/tokenEvents';
import { providerRoute } from '../modelRouting';
import { completeText } from '../models/completeText';
import { type MediaBody, runMediaTask } from '../models/runMediaTask';
import { runTask } from '../models/runTask';
import type { Json } from '../models/taskBody';
import { payerOf } from '../routerAccess';

const computeHeaders = { 'X-Compute-Type': 'cpu', 'Access-Control-Allow-Credentials': 'true' };

async function readMedia(c: ExchangeContext): Promise<MediaBody> {
	const bytes = new Uint8Array(await c.req.arrayBuffer());
	try {
		const json: unknown = JSON.parse(Buffer.from(bytes).toString());
		return { bytes, json: typeof json === 'object' && json !== null ? (json as Json) : undefined };
	} catch {
		return { bytes, json: undefined };
	}
}

function notJson(): HubError {
	return new HubError(422, 'Input validation error: the body is not JSON', {
		extra: { error_type: 'validation' },
	});
}

async function answer(c: ExchangeContext, model: ModelRepo, task: string): Promise<Response> {
	const started = performance.now();
	const body = await readMedia(c);
	const media = runMediaTask(task, body);
	if (!media && !body.json) {
		throw notJson();
	}
	const output = media ?? { json: runTask(task, model, body.json ?? {}) };
	const headers = { ...computeHeaders, 'X-Compute-Time': ((performance.now() - started) / 1000).toFixed(6) };
	return 'json' in output
		? c.json(output.json, 200, headers)
		: c.body(Buffer.from(output.bytes), 200, { ...headers, 'Content-Type': output.type });
}

/** Two tasks that every model of either answers. */
const embeddings: readonly string[] = ['feature-extraction', 'sentence-similarity'];

function requireTask(model: ModelRepo, task: string): void {
	if (task !== model.pipelineTag && !(embeddings.includes(task) && embeddings.includes(model.pipelineTag))) {
		throw new HubError(400, 'Model not supported by provider hf-inference');
	}
}

/** As hf-inference streams it, or as the other providers do. */
type CompletionForm = 'tgi' | 'openai';

async function complete(c: ExchangeContext, model: ModelRepo, form: CompletionForm): Promise<Response> {
	requireTask(model, 'text-generation');
	const { json } = await readMedia(c);
	if (!json) {
		throw notJson();
	}
	const completion = completeText(model, json);
	const pace = { gapMs: c.var.world.deltaGapMs, slabBytes: 0 };
	const events = form === 'tgi' ? tokenEvents(completion.choices[0].text) : completionEvents(completion);
	return json.stream === true ? streamResponse(c, events, pace) : c.json(completion, 200, computeHeaders);
}

/** `POST /hf-inference/models/{id}[/pipeline/{task}]`, and text generation in the form of completions, there and at others. */
export function addTasks(app: Hono<ExchangeEnv>): void {
	app.post('/:provider/v1/completions', async c => {
		const payer = payerOf(c);
		const { json } = await readMedia(c);
		const id = typeof json?.model === 'string' ? json.model : '';
		const { model } = providerRoute(c.var.world.store, payer, c.req.param('provider'), id);
		return complete(c, model, 'openai');
	});
	const modelOf = (c: ExchangeContext) => {
		const { namespace, name = '' } = c.req.param() as { readonly namespace?: string; readonly name?: string };
		const id = namespace === undefined ? name : `${namespace}/${name}`;
		return providerRoute(c.var.world.store, payerOf(c), 'hf-inference', id).model;
	};
	for (const id of [':name', ':namespace/:name']) {
		app.post(`/hf-inference/models/${id}/pipeline/:task`, c => {
			const model = modelOf(c);
			const task = c.req.param('task') ?? '';
			requireTask(model, task);
			return answer(c, model, task);
		});
		app.post(`/hf-inference/models/${id}/v1/completions`, c => complete(c, modelOf(c), 'tgi'));
		app.post(`/hf-inference/models/${id}`, c => {
			const model = modelOf(c);
			return answer(c, model, model.pipelineTag);
		});
	}
}
