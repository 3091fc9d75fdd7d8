import type { Hono } from 'hono';
import { requireWrite } from '../access';
import type { SpaceRepo } from '../catalogue/repo';
import type { ExchangeContext, ExchangeEnv } from '../exchange';
import { HubError } from '../hubError';
import type { StreamEvent } from '../inference/chatEvents';
import { streamResponse } from '../inference/streamResponse';
import { namespaceOf } from '../permissions';
import { addRepoRoute, type RepoRequest } from '../repoRoutes';

const LOG_BEGAN = Date.UTC(2026, 0, 5, 10);
const runLines = [
	'===== Application Startup =====',
	'* Running on local URL:  http://0.0.0.0:7860',
	'To create a public link, set `share=True` in `launch()`.',
];

const buildLines = [
	'===== Build Queued =====',
	'--> FROM docker.io/library/python:3.11',
	'--> RUN pip install gradio',
	'--> COPY --chown=1000:1000 . /home/user/app',
	'--> Pushing image',
];

/** What Spaces are told to do, and what they say. */
export function addSpaces(app: Hono<ExchangeEnv>): void {
	const control = (suffix: string, stage: (c: ExchangeContext) => string) =>
		addRepoRoute(app, 'POST', suffix, ({ c, caller, repo }) => {
			requireWrite(caller, namespaceOf(repo.id), repo.id);
			const space = { ...spaceOf(repo), stage: stage(c) };
			c.var.world.store.put(space);
			return c.json({ stage: space.stage, hardware: { current: null, requested: 'cpu-basic' } });
		});
	control('/restart', c => (c.req.query('factory') === 'true' ? 'BUILDING' : 'RUNNING'));
	control('/pause', () => 'PAUSED');
	addRepoRoute(app, 'GET', '/secrets', request => {
		owned(request);
		return request.c.json({
			API_KEY: {
				key: 'API_KEY',
				description: 'Of the weather service',
				updatedAt: '2026-01-02T03:04:05.000Z',
			},
		});
	});
	addRepoRoute(app, 'GET', '/variables', request => {
		owned(request);
		return request.c.json({ MODE: { key: 'MODE', value: 'quiet-value', description: '' } });
	});
	for (const [log, lines] of [
		['run', runLines],
		['build', buildLines],
	] as const) {
		addRepoRoute(app, 'GET', `/logs/${log}`, request => {
			owned(request);
			const { c } = request;
			return streamResponse(c, events(lines), { gapMs: c.var.world.deltaGapMs, slabBytes: 0 });
		});
	}
}

function* events(lines: readonly string[]): Generator<StreamEvent> {
	for (const [index, line] of lines.entries()) {
		const timestamp = new Date(LOG_BEGAN + index * 1000).toISOString();
		const data = JSON.stringify({ data: `${line}\n`, timestamp });
		yield { text: `data: ${data}\n\n`, isDelta: true };
	}
}

function spaceOf(repo: RepoRequest['repo']): SpaceRepo {
	if (repo.kind !== 'space') {
		throw new HubError(404, "Sorry, we can't find the page you are looking for.");
	}
	return repo;
}

/** Logs and settings are for those who may change the Space. */
function owned({ caller, repo }: RepoRequest): void {
	spaceOf(repo);
	requireWrite(caller, namespaceOf(repo.id), repo.id);
}
