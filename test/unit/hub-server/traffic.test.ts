import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { startLoopbackHub } from '../../hub/loopbackHub';
import { runningHub } from './runningHub';

const messages = [{ role: 'user', content: 'Hello' }];

describe('What the loopback Hub writes down', () => {
	const running = runningHub({ deltaGapMs: 1 });

	it('names tokens, never their values', async () => {
		await running.request('/api/whoami-v2?x=1', { token: 'write' });
		await running.request('/api/whoami-v2', { headers: { Authorization: 'Bearer something-else' } });
		await running.request('/api/models?limit=1');
		const { requests } = running.hub.traffic;
		assert.deepEqual(
			requests.map(({ token, status }) => [token, status]),
			[
				['write', 200],
				['unknown', 401],
				[undefined, 200],
			],
		);
		assert.deepEqual(running.hub.traffic.sentTo('write'), [`GET ${running.hub.origin}/api/whoami-v2`]);
		const text = JSON.stringify(requests);
		assert.ok(Object.values(running.hub.tokens).every(value => !text.includes(value)));
	});

	it('counts deltas and keeps the times of a stream', async () => {
		const before = Date.now();
		const pieces: string[] = [];
		for await (const { choices } of running
			.inference('read')
			.chatCompletionStream({ model: 'openai/gpt-oss-20b:together', messages, max_tokens: 8 })) {
			pieces.push(
				...choices.flatMap(({ delta, finish_reason: end }) => (end || !('token_id' in delta) ? [] : ['x'])),
			);
		}
		const stream = running.hub.traffic.requests.at(-1)?.stream;
		assert.equal(stream?.deltas, 8);
		assert.equal(pieces.length, 8);
		assert.equal(stream.complete, true);
		const times = [before - 1, stream.firstByteAt, stream.firstDeltaAt, stream.lastDeltaAt, Date.now() + 1];
		assert.ok(
			times.every((time, i) => i === 0 || (times[i - 1] ?? Infinity) <= (time ?? -Infinity)),
			String(times),
		);
	});

	it('stops writing when the client closes a stream', async () => {
		const abort = new AbortController();
		const source = running
			.inference('read')
			.chatCompletionStream(
				{ model: 'loopback/bench-stream', messages, x_deltas: 100_000, x_gap_ms: 2 },
				{ signal: abort.signal },
			);
		let seen = 0;
		await assert.rejects(async () => {
			for await (const chunk of source) {
				seen += chunk.choices.length;
				if (seen > 3) {
					abort.abort();
				}
			}
		});
		await running.hub.traffic.until(({ openRequests }) => openRequests === 0);
		const record = running.hub.traffic.requests.at(-1);
		const written = record?.stream?.deltas ?? 0;
		assert.ok(record?.clientClosedAt !== undefined && written < 100_000);
		await delay(20);
		assert.equal(record.stream?.deltas, written);
	});

	it('forgets what goes on when it is cleared, and counts it until its end', async () => {
		const { traffic, faults, origin } = running.hub;
		faults.always({}, { kind: 'hang' });
		const stop = new AbortController();
		const hanging = fetch(`${origin}/api/whoami-v2`, { signal: stop.signal });
		await traffic.until(({ openRequests }) => openRequests === 1);
		traffic.clear();
		assert.deepEqual([traffic.requests, traffic.openRequests], [[], 1]);
		stop.abort();
		await assert.rejects(hanging);
		await traffic.until(({ openRequests }) => openRequests === 0);
		assert.deepEqual(traffic.requests, []);
	});

	it('is planned and read over HTTP, outside of the protocol', async () => {
		const plan = (body: unknown) =>
			running.request('/__control/faults', { method: 'POST', body: JSON.stringify(body) });
		assert.equal(
			(
				await plan({
					match: { path: 'whoami' },
					fault: { kind: 'status', name: 'outOfCredits' },
					times: 'always',
				})
			).status,
			200,
		);
		assert.equal((await running.request('/api/whoami-v2', { token: 'read' })).status, 402);
		assert.equal((await plan({ fault: { kind: 'status', name: 'nonsense' } })).status, 400);
		assert.equal((await plan({ fault: { kind: 'cutAfter' } })).status, 400);
		assert.equal((await plan({ match: { host: 'moon' }, fault: { kind: 'reset' } })).status, 400);
		assert.equal((await plan('reset')).status, 400);
		await running.request('/__control/faults', { method: 'DELETE' });
		assert.equal((await running.request('/api/whoami-v2', { token: 'read' })).status, 200);
		const traffic = (await (await running.request('/__control/traffic')).json()) as {
			requests: Array<{ path: string }>;
			openRequests: number;
		};
		assert.deepEqual(
			traffic.requests.map(({ path }) => path),
			['/api/whoami-v2', '/api/whoami-v2'],
		);
		assert.equal(traffic.openRequests, 0);
		await running.request('/__control/reset', { method: 'POST' });
		assert.equal(running.hub.traffic.requests.length, 0);
	});

	it('lets go of its ports and of every connection when it stops', async () => {
		const hub = await startLoopbackHub();
		hub.faults.always({}, { kind: 'hang' });
		const hanging = fetch(`${hub.origin}/api/whoami-v2`);
		await hub.traffic.until(({ openRequests }) => openRequests === 1);
		await Promise.all([assert.rejects(hanging), hub.stop()]);
		await assert.rejects(fetch(hub.origin));
		assert.equal(hub.traffic.openConnections, 0);
	});

	it('runs by itself: origins on standard output, tokens in a file for its owner alone', async () => {
		const folder = await mkdtemp(join(tmpdir(), 'loopback-hub-'));
		const tokensFile = join(folder, 'tokens.json');
		const child = spawn(process.execPath, [
			'--import',
			'tsx',
			'test/hub/main.ts',
			'--tokens-file',
			tokensFile,
		]);
		const ended = once(child, 'exit');
		try {
			const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
			const { origin } = JSON.parse(line) as { origin: string };
			const tokens = JSON.parse(await readFile(tokensFile, 'utf8')) as Record<string, string>;
			assert.equal((await stat(tokensFile)).mode & 0o777, 0o600);
			assert.ok(Object.values(tokens).every(value => !line.includes(value)));
			const response = await fetch(`${origin}/api/whoami-v2`, {
				headers: { Authorization: `Bearer ${tokens.read}` },
			});
			assert.equal(((await response.json()) as { name: string }).name, 'ada');
		} finally {
			child.kill('SIGTERM');
			await ended;
			await rm(folder, { recursive: true });
		}
		assert.deepEqual(await ended, [0, null]);
	}).timeout(20_000);

	it('says how it is started when it is started wrongly', async () => {
		const run = promisify(execFile)(process.execPath, ['--import', 'tsx', 'test/hub/main.ts', '--prot', '1']);
		await assert.rejects(run, /Usage: tsx test\/hub\/main\.ts/);
	}).timeout(20_000);
});
