import assert from 'node:assert/strict';
import type { RequestListener } from 'node:http';
import { format } from 'node:util';
import fc from 'fast-check';
import { after, afterEach, before, beforeEach, describe, it } from 'mocha';
import type { Problem } from '../../src/shared/problem';
import { wordProblem } from '../../src/ui/wordProblem';
import { shareSecrets } from '../host/shareSecrets';
import { type LoopbackHub, startLoopbackHub } from '../hub/loopbackHub';
import { type LocalServer, startServer } from '../unit/net/localServer';
import type { OperationName } from './matrix';
import { CHAT, operations, run } from './operations';
import { problemIn } from './problemIn';
import { Workplace } from './workplace';

/** How the other side says the access token back to us. */
interface Echo {
	readonly status: number;
	readonly contentType: string;
	readonly header: string | undefined;
	readonly body: (said: string) => string;
	readonly before: string;
	readonly behind: string;
}

const headers = [
	'X-Error-Message',
	'X-Error-Code',
	'X-Request-Id',
	'Content-Type',
	'Retry-After',
	'RateLimit',
	'WWW-Authenticate',
	'X-Inference-Provider',
	'Link',
	'Location',
] as const;

const bodies: ReadonlyArray<(said: string) => string> = [
	said => said,
	said => JSON.stringify({ error: said }),
	said => JSON.stringify({ error: { message: said, code: said, type: said } }),
	said => JSON.stringify({ detail: [{ msg: said, loc: ['body', said] }] }),
	said => JSON.stringify({ error: said, error_type: said }).replaceAll('_', '\\u005f'),
	said => JSON.stringify({ error: `${'x'.repeat(8 * 1024 - 40)} ${said}` }),
	said => `data: ${JSON.stringify({ error: said })}\n\n`,
	said => `data: ${JSON.stringify({ object: 'error', message: said, code: 500 })}\n\n`,
	said => `data: {"error": ${said}\n\n`,
	said => `<title>${said}</title>`,
];

const echo: fc.Arbitrary<Echo> = fc.record({
	status: fc.constantFrom(200, 302, 307, 400, 401, 402, 403, 404, 410, 413, 422, 429, 500, 502, 503),
	contentType: fc.constantFrom(
		'application/json',
		'text/plain; charset=utf-8',
		'text/event-stream',
		'text/html',
	),
	header: fc.option(fc.constantFrom(...headers), { nil: undefined }),
	body: fc.constantFrom(...bodies),
	before: fc.constantFrom('', 'Bearer ', 'token=', 'x', '_', '“', 'http://', '/', 'The token '),
	behind: fc.constantFrom('', ' is expired', '"', '/', '.example', ' is not supported', '; r=0;t=5', '\n'),
});

const consoleMethods = ['debug', 'error', 'info', 'log', 'warn'] as const;

describe('whatever the other side says', () => {
	let hub: LoopbackHub;
	let place: Workplace;
	let server: LocalServer;
	let answer: RequestListener;
	let logged: string;
	const original = { ...console };

	before(async () => {
		hub = await startLoopbackHub({ deltaGapMs: 0 });
		shareSecrets(hub.tokens);
		server = await startServer((request, response) => answer(request, response));
	});
	beforeEach(async () => {
		place = await Workplace.open(hub);
		logged = '';
		for (const method of consoleMethods) {
			console[method] = (...args) => {
				logged += `${format(...args)}\n`;
			};
		}
	});
	afterEach(async () => {
		Object.assign(console, original);
		await place.close();
		hub.reset();
	});
	after(async () => {
		await server.stop();
		await hub.stop();
	});

	/** The part of a token that may not be told either: what is left of it would be enough to recognise it by. */
	const isTold = (text: string) => text.includes(hub.tokens.write.slice(0, 12));

	function expectUntold(problem: Problem): void {
		assert.ok(!isTold(JSON.stringify(problem)), `${problem.code} tells it`);
		assert.ok(!isTold(JSON.stringify(wordProblem(problem))));
		assert.ok(!isTold(logged));
	}

	function say({ status, contentType, header, body, before, behind }: Echo): void {
		const said = before + hub.tokens.write + behind;
		answer = (_, response) => {
			response.setHeader('Content-Type', contentType);
			if (header !== undefined) {
				response.setHeader(header, said.replace(/[^\x20-\x7e]/g, '?'));
			}
			response.writeHead(status).end(body(said));
		};
	}

	const names = ['checkToken', 'listModels', 'readModel', 'offerChatModels', 'findProvider', 'chat'] as const;
	for (const name of names satisfies readonly OperationName[]) {
		it(`${name}: a token in it gets into no problem, no words, no log and no saved problem`, async () => {
			await fc.assert(
				fc.asyncProperty(echo, async said => {
					say(said);
					place.endpoints = { hub: server.origin, router: server.origin };
					const problem = await problemIn(operations[name].perform(place, new AbortController().signal));
					expectUntold(problem);
				}),
				{ numRuns: 150 },
			);
			assert.ok(!isTold(await place.onDisk()));
			assert.ok(server.seen.length > 0);
		});
	}

	it('a prompt with a token in it gets into no problem either', async () => {
		const text = `export const client = new Client('${hub.tokens.write}');`;
		await fc.assert(
			fc.asyncProperty(
				fc.constantFrom(400, 413, 422, 500),
				fc.constantFrom(...bodies),
				async (status, body) => {
					answer = (_, response) => {
						response.writeHead(status, { 'Content-Type': 'application/json' }).end(body(text));
					};
					place.endpoints = { hub: hub.origin, router: server.origin };
					const signal = new AbortController().signal;
					expectUntold(await problemIn(run(place, { ...CHAT, text }, signal)));
				},
			),
			{ numRuns: 30 },
		);
		for (const { id } of place.runs.all) {
			assert.ok(!isTold(JSON.stringify((await place.saved(id)).state)));
		}
		// The text itself is kept as it was asked (the editor takes tokens out of it before); here it was planted.
		await Promise.all(place.runs.all.map(({ id }) => place.runs.remove(id)));
		assert.ok(!isTold(await place.onDisk()));
	});
});
