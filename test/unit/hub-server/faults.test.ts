import assert from 'node:assert/strict';
import { listModels } from '@huggingface/hub';
import type { Fault } from '../../hub/fault';
import { collect } from './collect';
import { runningHub } from './runningHub';

const model = 'openai/gpt-oss-20b:groq';
const messages = [{ role: 'user', content: 'Tell me about the sea and the ships.' }];

describe('Faults of the loopback Hub', () => {
	const running = runningHub();
	const router = { host: 'router', path: /chat\/completions/ } as const;

	/** Streams until the end or the first error. */
	async function stream(options: { readonly signal?: AbortSignal } = {}) {
		const texts: string[] = [];
		let finish: string | undefined;
		const { signal } = options;
		const source = running
			.inference('read')
			.chatCompletionStream({ model, messages }, signal ? { signal } : {});
		try {
			for await (const { choices } of source) {
				const [choice] = choices;
				const delta = choice?.delta as { readonly content?: string; readonly reasoning?: string } | undefined;
				texts.push(...[delta?.reasoning, delta?.content].filter(text => text !== undefined));
				finish = choice?.finish_reason ?? finish;
			}
			return { texts, finish, error: undefined };
		} catch (error) {
			return { texts, finish, error };
		}
	}

	/** Every request has ended, whoever ended it. */
	const idle = () => running.hub.traffic.until(({ openRequests }) => openRequests === 0);

	it('cuts a stream before its first delta, and after so many', async () => {
		running.hub.faults.next(router, { kind: 'cutBeforeFirstDelta' });
		assert.deepEqual(await stream(), { texts: [], finish: undefined, error: undefined });
		running.hub.faults.next(router, { kind: 'cutAfter', deltas: 3 });
		const cut = await stream();
		assert.equal(cut.texts.length, 3);
		assert.equal(cut.finish, undefined);
		assert.equal(cut.error, undefined, 'a clean cut looks like an end');
		await idle();
		const record = running.hub.traffic.requests.at(-1);
		assert.deepEqual([record?.stream?.deltas, record?.stream?.complete], [3, false]);
	});

	it('tears the connection down in the middle of a stream', async () => {
		running.hub.faults.next(router, { kind: 'cutAfter', deltas: 2, abrupt: true });
		const { texts, error } = await stream();
		assert.ok(texts.length <= 2);
		assert.ok(error instanceof TypeError);
		await idle();
	});

	it('puts an error event in the middle of a stream, in both forms', async () => {
		for (const plain of [false, true]) {
			running.hub.faults.next(router, { kind: 'errorEventAfter', deltas: 4, plain });
			const { texts, error } = await stream();
			assert.equal(texts.length, 4);
			assert.match(String(error), plain ? /the generation failed/ : /failed in the middle of the answer/);
		}
	});

	it('stalls a stream until the client goes away, and sees that it does', async () => {
		running.hub.faults.next(router, { kind: 'stallAfter', deltas: 5 });
		const abort = new AbortController();
		const streaming = stream({ signal: abort.signal });
		await running.hub.traffic.until(({ requests }) =>
			requests.some(({ stream: open }) => open?.deltas === 5),
		);
		assert.equal(running.hub.traffic.openStreams, 1);
		abort.abort();
		const { error } = await streaming;
		assert.equal((error as Error).name, 'AbortError');
		await idle();
		assert.ok(running.hub.traffic.requests.at(-1)?.clientClosedAt !== undefined);
		assert.equal(running.hub.traffic.openStreams, 0);
	});

	it('writes an answer byte by byte without changing it', async () => {
		const whole = await stream();
		running.hub.faults.next(router, { kind: 'oneByteChunks' });
		assert.deepEqual(await stream(), whole);
		running.hub.faults.next({ path: /whoami/ }, { kind: 'oneByteChunks' });
		const response = await running.request('/api/whoami-v2', { token: 'read' });
		assert.equal(((await response.json()) as { name: string }).name, 'ada');
	});

	it('cuts and stalls a body in its middle', async () => {
		running.hub.faults.next({ path: /whoami/ }, { kind: 'cutBody' });
		const cut = await running.request('/api/whoami-v2', { token: 'read' });
		assert.equal(cut.status, 200);
		await assert.rejects(cut.json(), TypeError);
		running.hub.faults.next({ path: /whoami/ }, { kind: 'stallBody' });
		const abort = new AbortController();
		const stalled = await running.request('/api/whoami-v2', { token: 'read', signal: abort.signal });
		assert.equal(running.hub.traffic.openRequests, 1);
		abort.abort();
		await assert.rejects(stalled.json(), { name: 'AbortError' });
		await idle();
	});

	it('resets the connection, and hangs until the client gives up', async () => {
		running.hub.faults.next({ path: /whoami/ }, { kind: 'reset' });
		await assert.rejects(running.request('/api/whoami-v2'), TypeError);
		running.hub.faults.next({ path: /whoami/ }, { kind: 'hang' });
		const abort = new AbortController();
		const hanging = running.request('/api/whoami-v2', { signal: abort.signal });
		await running.hub.traffic.until(({ openRequests }) => openRequests === 1);
		abort.abort();
		await assert.rejects(hanging, { name: 'AbortError' });
		await idle();
	});

	it('holds back an answer, then gives the right one', async () => {
		running.hub.faults.next({ path: /whoami/ }, { kind: 'slowHeaders', milliseconds: 5 });
		assert.equal((await running.request('/api/whoami-v2', { token: 'read' })).status, 200);
	});

	const bodies: ReadonlyArray<
		readonly [Fault['kind'] & ('brokenJson' | 'wrongContentType' | 'emptyBody'), RegExp, RegExp]
	> = [
		['brokenJson', /application\/json/, /does not support event stream|SyntaxError/],
		['wrongContentType', /text\/html/, /does not support event stream/],
		['emptyBody', /application\/json/, /does not support event stream|SyntaxError|Unexpected end/],
	];
	for (const [kind, type, message] of bodies) {
		it(`answers with ${kind}`, async () => {
			running.hub.faults.always({ host: 'router' }, { kind });
			const response = await running.request('/v1/models', { router: true });
			assert.equal(response.status, 200);
			assert.match(response.headers.get('Content-Type') ?? '', type);
			assert.match(String((await stream()).error), message);
			running.hub.faults.clear();
			assert.equal((await stream()).finish, 'stop');
		});
	}

	it('redirects to another origin, where fetch takes no token along', async () => {
		running.hub.faults.next({ path: /whoami/ }, { kind: 'redirect' });
		const response = await running.request('/api/whoami-v2', { token: 'write' });
		assert.deepEqual(await response.json(), []);
		const foreign = running.hub.traffic.requests.filter(({ host }) => host === 'foreign');
		assert.deepEqual(
			foreign.map(({ path, token }) => [path, token]),
			[['/api/whoami-v2', undefined]],
		);
		assert.deepEqual(running.hub.traffic.sentTo('write'), [`GET ${running.hub.origin}/api/whoami-v2`]);
	});

	it('leads the next page to another origin, to which the unmodified client sends the token', async () => {
		running.hub.faults.next({ path: /api\/models/ }, { kind: 'foreignLinkHeader' });
		await collect(
			listModels({ accessToken: running.hub.tokens.read, hubUrl: running.hub.origin, limit: 1000 }),
		);
		assert.ok(running.hub.traffic.sentTo('read').some(place => place.includes(running.hub.foreignOrigin)));
	});

	it('matches by method, host and path, the oldest first, as often as was asked', async () => {
		const { faults } = running.hub;
		faults.next({ method: 'POST' }, { kind: 'status', name: 'internal' });
		faults.next({ host: 'router' }, { kind: 'status', name: 'badGateway' }, 2);
		faults.always({ path: /v1\/models/ }, { kind: 'status', name: 'loading' });
		const ask = async () => (await running.request('/v1/models', { router: true })).status;
		assert.deepEqual([await ask(), await ask(), await ask(), await ask()], [502, 502, 503, 503]);
		faults.clear();
		assert.equal(await ask(), 200);
	});
});
