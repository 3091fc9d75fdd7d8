import { randomUUID } from 'node:crypto';
import type { Hono } from 'hono';
import type { ExchangeContext, ExchangeEnv } from '../exchange';
import { HubError } from '../hubError';
import { providerRoute } from '../modelRouting';
import { type MediaAnswer, type MediaBody, runMediaTask } from '../models/runMediaTask';
import type { Json } from '../models/taskBody';
import { payerOf } from '../routerAccess';

/** A job that a provider has taken on; it is done at the second question. */
interface Job {
	readonly answer: Json;
	questions: number;
}

interface Made {
	readonly bytes: Uint8Array;
	readonly type: string;
}

function isJson(value: unknown): value is Json {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What providers call the text and the file, in the form that the models take. */
function mediaBody(fields: Json): MediaBody {
	const text = [fields.prompt, fields.text].find(one => typeof one === 'string');
	const file = [fields.image_url, fields.image, fields.audio_url, fields.audio].find(
		one => typeof one === 'string',
	);
	const encoded = typeof file === 'string' ? file.replace(/^data:[^,]*,/, '') : undefined;
	return {
		bytes: encoded === undefined ? new Uint8Array() : Buffer.from(encoded, 'base64'),
		json: { inputs: encoded ?? text, parameters: fields },
	};
}

/**
 * The providers that make pictures, films and voices: their routes, queues and forms, as the client package asks for them. What they
 * make is at an address that takes no token; the real ones have theirs at hosts of their own.
 */
export function addProviderJobs(app: Hono<ExchangeEnv>): void {
	const jobs = new Map<string, Job>();
	const made = new Map<string, Made>();

	const keep = (c: ExchangeContext, answer: MediaAnswer): string => {
		const id = randomUUID();
		made.set(
			id,
			'bytes' in answer ? answer : { bytes: Buffer.from(JSON.stringify(answer.json)), type: 'text/plain' },
		);
		return new URL(`/made/${id}`, c.req.url).href;
	};
	const begin = (answer: Json): string => {
		const id = randomUUID();
		jobs.set(id, { answer, questions: 0 });
		return id;
	};
	/** Runs the model that a provider knows by its own id. */
	const run = async (c: ExchangeContext, provider: string, id: string, fields: Json) => {
		const { model } = providerRoute(c.var.world.store, payerOf(c), provider, id);
		const answer = runMediaTask(model.pipelineTag, mediaBody(fields));
		if (!answer) {
			throw new HubError(400, `Model not supported by provider ${provider}`);
		}
		return { task: model.pipelineTag, answer };
	};
	const body = async (c: ExchangeContext): Promise<Json> => {
		const json: unknown = await c.req.json().catch(() => undefined);
		if (!isJson(json)) {
			throw new HubError(422, 'The body is not JSON');
		}
		return json;
	};
	/** The job, asked once more; undefined while it is not done. */
	const ask = (c: ExchangeContext): Json | undefined => {
		payerOf(c);
		const job = jobs.get(c.req.param('id') ?? c.req.query('task_id') ?? '');
		if (!job) {
			throw new HubError(404, 'No such job');
		}
		return ++job.questions > 1 ? job.answer : undefined;
	};

	app.get('/made/:id', c => {
		const file = made.get(c.req.param('id'));
		if (!file) {
			throw new HubError(404, 'Not Found');
		}
		if (c.req.header('Authorization') !== undefined) {
			throw new HubError(400, 'This host takes no token');
		}
		return c.body(Buffer.from(file.bytes), 200, { 'Content-Type': file.type });
	});

	/** Gives a job up; false where it is done already. */
	const cancel = (c: ExchangeContext): boolean => {
		payerOf(c);
		const id = c.req.param('id') ?? '';
		const job = jobs.get(id);
		if (!job) {
			throw new HubError(404, 'No such job');
		}
		return job.questions < 2 && jobs.delete(id);
	};

	app.put('/fal-ai/jobs/requests/:id/cancel', c =>
		cancel(c)
			? c.json({ status: 'CANCELLATION_REQUESTED' }, 202)
			: c.json({ status: 'ALREADY_COMPLETED' }, 400),
	);
	app.get('/fal-ai/jobs/requests/:id/status', c => c.json({ status: ask(c) ? 'COMPLETED' : 'IN_PROGRESS' }));
	app.get('/fal-ai/jobs/requests/:id', c => c.json(ask(c) ?? {}));
	app.post('/fal-ai/:id{.+}', async c => {
		const { task, answer } = await run(c, 'fal-ai', c.req.param('id'), await body(c));
		if ('json' in answer) {
			return c.json(answer.json);
		}
		const file = { url: keep(c, answer), content_type: answer.type };
		if (c.req.query('_subdomain') !== 'queue') {
			return c.json({ audio: file });
		}
		const result =
			answer.type === 'video/mp4'
				? { video: file }
				: answer.type === 'image/png'
					? { images: [file] }
					: { audio: file };
		const id = begin({ ...result, task });
		return c.json({
			request_id: id,
			status: 'IN_QUEUE',
			response_url: `https://queue.fal.run/jobs/requests/${id}`,
		});
	});

	app.post('/replicate/v1/predictions/:id/cancel', c =>
		c.json({ id: c.req.param('id'), status: cancel(c) ? 'canceled' : 'succeeded' }),
	);
	app.get('/replicate/v1/predictions/:id', c => {
		const answer = ask(c);
		return c.json({ id: c.req.param('id'), status: answer ? 'succeeded' : 'processing', ...answer });
	});
	app.post('/replicate/v1/models/:id{.+}/predictions', async c => {
		const { input } = await body(c);
		const { answer } = await run(c, 'replicate', c.req.param('id'), isJson(input) ? input : {});
		const output =
			'json' in answer ? answer.json : answer.type === 'image/png' ? [keep(c, answer)] : keep(c, answer);
		const id = begin({ output });
		const get = `https://api.replicate.com/v1/predictions/${id}`;
		return c.json({ id, status: 'starting', urls: { get } }, 201);
	});

	app.delete('/wavespeed/api/v3/predictions/:id', c => {
		cancel(c);
		return c.json({ code: 200, message: 'success', data: { id: c.req.param('id'), status: 'deleted' } });
	});
	app.get('/wavespeed/api/v3/predictions/:id/result', c => {
		const answer = ask(c);
		return c.json({
			code: 200,
			data: { id: c.req.param('id'), status: answer ? 'completed' : 'processing', ...answer },
		});
	});
	app.post('/wavespeed/api/v3/:id{.+}', async c => {
		const { answer } = await run(c, 'wavespeed', c.req.param('id'), await body(c));
		const id = begin({ outputs: [keep(c, answer)] });
		const get = `https://api.wavespeed.ai/api/v3/predictions/${id}/result`;
		return c.json({ code: 200, message: 'success', data: { id, urls: { get } } });
	});

	app.get('/together/v2/videos/:id', c => {
		const answer = ask(c);
		return c.json({ id: c.req.param('id'), status: answer ? 'completed' : 'in_progress', ...answer });
	});
	app.post('/together/v2/videos', async c => {
		const { model, prompt, frame_images: frames } = await body(c);
		const frame: unknown = Array.isArray(frames) ? frames[0] : undefined;
		const image = isJson(frame) ? frame.input_image : undefined;
		const { answer } = await run(c, 'together', String(model), { prompt, image });
		return c.json({ id: begin({ outputs: { video_url: keep(c, answer) } }), status: 'queued' });
	});

	app.get('/novita/v3/async/task-result', c => {
		const answer = ask(c);
		const status = answer ? 'TASK_STATUS_SUCCEED' : 'TASK_STATUS_PROCESSING';
		return c.json({ task: { task_id: c.req.query('task_id'), status, reason: '' }, ...answer });
	});
	app.post('/novita/v3/async/:id{.+}', async c => {
		const { answer } = await run(c, 'novita', c.req.param('id'), await body(c));
		return c.json({ task_id: begin({ videos: [{ video_url: keep(c, answer), video_type: 'mp4' }] }) });
	});

	app.get('/zai-org/api/paas/v4/async-result/:id', c => {
		const answer = ask(c);
		return c.json({ id: c.req.param('id'), task_status: answer ? 'SUCCESS' : 'PROCESSING', ...answer });
	});
	app.post('/zai-org/api/paas/v4/async/images/generations', async c => {
		const fields = await body(c);
		const { answer } = await run(c, 'zai-org', String(fields.model), fields);
		return c.json({ id: begin({ image_result: [{ url: keep(c, answer) }] }), task_status: 'PROCESSING' });
	});

	for (const provider of ['nscale', 'together']) {
		app.post(`/${provider}/v1/images/generations`, async c => {
			const fields = await body(c);
			const { answer } = await run(c, provider, String(fields.model), fields);
			const image = 'bytes' in answer ? Buffer.from(answer.bytes).toString('base64') : '';
			return c.json({ created: 0, data: [{ b64_json: image }] });
		});
	}
}
