import type { Hono } from 'hono';
import type { ModelRepo } from '../catalogue/repo';
import type { ExchangeContext, ExchangeEnv } from '../exchange';
import { HubError } from '../hubError';
import { providerRoute } from '../modelRouting';
import { runTask } from '../models/runTask';
import { payerOf } from '../routerAccess';

const computeHeaders = { 'X-Compute-Type': 'cpu', 'Access-Control-Allow-Credentials': 'true' };

async function readBody(c: ExchangeContext): Promise<Readonly<Record<string, unknown>>> {
	const body: unknown = await c.req.json().catch(() => undefined);
	if (typeof body !== 'object' || body === null) {
		throw new HubError(422, 'Input validation error: the body is not JSON', {
			extra: { error_type: 'validation' },
		});
	}
	return body as Readonly<Record<string, unknown>>;
}

async function answer(c: ExchangeContext, model: ModelRepo, task: string): Promise<Response> {
	const started = performance.now();
	const output = runTask(task, model, await readBody(c));
	return c.json(output, 200, {
		...computeHeaders,
		'X-Compute-Time': ((performance.now() - started) / 1000).toFixed(6),
	});
}

/** `POST /hf-inference/models/{id}[/pipeline/{task}]`, and text generation in the form of completions. */
export function addTasks(app: Hono<ExchangeEnv>): void {
	const routeTo = (c: ExchangeContext, id: string) =>
		providerRoute(c.var.world.store, payerOf(c), 'hf-inference', id).model;
	for (const id of [':name', ':namespace/:name']) {
		const idIn = (c: ExchangeContext) => {
			const { namespace, name = '' } = c.req.param() as {
				readonly namespace?: string;
				readonly name?: string;
			};
			return namespace === undefined ? name : `${namespace}/${name}`;
		};
		app.post(`/hf-inference/models/${id}/pipeline/:task`, c =>
			answer(c, routeTo(c, idIn(c)), c.req.param('task') ?? ''),
		);
		app.post(`/hf-inference/models/${id}/v1/completions`, c =>
			answer(c, routeTo(c, idIn(c)), 'text-generation'),
		);
		app.post(`/hf-inference/models/${id}`, c => {
			const model = routeTo(c, idIn(c));
			return answer(c, model, model.pipelineTag);
		});
	}
}
