import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'mocha';
import type { RunRequest } from '../../../src/inference/runRequest';
import { type LoopbackHub, startLoopbackHub } from '../../hub/loopbackHub';
import { inferenceOn, record, type RunRecord } from './runOnLoopback';

const CHAT = { method: 'POST', host: 'router', path: /^\/v1\/chat\/completions$/ } as const;

const chat = (provider: string, model = 'openai/gpt-oss-20b'): RunRequest => ({
	task: 'conversational',
	model,
	provider,
	text: 'Write a long letter.',
});

describe('many runs at the same time on the loopback Hub', () => {
	let hub: LoopbackHub;

	before(async () => {
		hub = await startLoopbackHub({ deltaGapMs: 0 });
	});
	afterEach(() => hub.reset());
	after(() => hub.stop());

	const posts = () => hub.traffic.requests.filter(({ method }) => method === 'POST').length;

	it('lets sixteen stream, each of which can be stopped, and tells the next one that it waits', async () => {
		hub.faults.always(CHAT, { kind: 'stallAfter', deltas: 2 });
		const inference = inferenceOn(hub);
		const stops = Array.from({ length: 17 }, () => new AbortController());
		const waiting = new Set<number>();
		const running = stops.map((stop, index) =>
			record(inference, chat('together'), stop.signal, event => {
				if (event.type === 'waiting' && event.waiting?.why === 'turn') {
					waiting.add(index);
				}
			}),
		);
		await hub.traffic.until(({ openStreams }) => openStreams === 16);
		assert.equal(waiting.size, 1);
		assert.equal(posts(), 16);
		// Whichever it is: another one ends, and it begins.
		const [last = 0] = waiting;
		const [first = 0] = stops.map((_, index) => index).filter(index => index !== last);
		stops[first]?.abort();
		await hub.traffic.until(({ requests }) => requests.filter(({ stream }) => stream).length === 17);
		for (const [index, stop] of stops.entries()) {
			stop.abort();
			assert.deepEqual((await running[index])?.problem, { code: 'cancelled' });
		}
		await hub.traffic.until(({ openRequests }) => openRequests === 0);
	});

	it('stops one that waits for its turn without sending anything', async () => {
		hub.faults.always(CHAT, { kind: 'stallAfter', deltas: 1 });
		const inference = inferenceOn(hub);
		const stops = Array.from({ length: 17 }, () => new AbortController());
		const ended = stops.map(stop =>
			record(inference, chat('together'), stop.signal, event => {
				if (event.type === 'waiting') {
					stop.abort();
				}
			}),
		);
		const told = await Promise.race(ended);
		assert.deepEqual(told.problem, { code: 'cancelled' });
		await hub.traffic.until(({ openStreams }) => openStreams === 16);
		assert.equal(posts(), 16);
		stops.forEach(stop => stop.abort());
		await Promise.all(ended);
		await hub.traffic.until(({ openRequests }) => openRequests === 0);
	});

	it('lines up behind a rate limit, asks with one alone first, and serves everybody', async () => {
		hub.faults.next(CHAT, { kind: 'status', name: 'rateLimited', seconds: 30 });
		let now = 0;
		const lifted: Array<() => void> = [];
		const inference = inferenceOn(hub, {
			now: () => now,
			pause: (_, signal) =>
				new Promise((resolve, reject) => {
					lifted.push(resolve);
					signal.addEventListener('abort', () => reject(new DOMException('Aborted', 'AbortError')));
				}),
		});
		const untils: Array<number | undefined> = [];
		const run = () =>
			record(inference, chat('together'), undefined, event => {
				if (event.type === 'waiting' && event.waiting) {
					assert.equal(event.waiting.why, 'limited');
					untils.push(event.waiting.until);
				}
			});
		const first = run();
		await hub.traffic.until(({ requests }) => requests.some(({ status }) => status === 429));
		while (untils.length < 1) {
			await new Promise(resolve => setImmediate(resolve));
		}
		const others = [run(), run(), run()];
		while (untils.length < 4) {
			await new Promise(resolve => setImmediate(resolve));
		}
		assert.equal(posts(), 1, 'nobody asks before the limit is lifted');
		now = 30_000;
		lifted.forEach(ring => ring());
		for (const ended of await Promise.all([first, ...others])) {
			assert.equal(ended.last?.type, 'finished', JSON.stringify(ended.last));
		}
		assert.equal(posts(), 5);
		assert.deepEqual(untils.slice(0, 4), [30_000, 30_000, 30_000, 30_000]);
	});

	/** A clock that stands still until it is set, whose alarms all ring then. */
	const stoppedClock = () => {
		let now = 0;
		let lifted: Array<() => void> = [];
		return {
			now: () => now,
			pause: (_: number, signal: AbortSignal) =>
				new Promise<void>((resolve, reject) => {
					lifted.push(resolve);
					signal.addEventListener('abort', () => reject(new DOMException('Aborted', 'AbortError')));
				}),
			set: (time: number) => {
				now = time;
				const due = lifted;
				lifted = [];
				due.forEach(ring => ring());
			},
		};
	};

	it('keeps no other model waiting for the limit of one, where the router chooses the provider', async () => {
		hub.faults.next(CHAT, { kind: 'status', name: 'rateLimited', seconds: 55 });
		const inference = inferenceOn(hub, stoppedClock());
		const stop = new AbortController();
		const limited = new Promise<void>(resolve => {
			void record(inference, chat('auto'), stop.signal, ({ type }) => type === 'waiting' && resolve());
		});
		await limited;
		const { last } = await record(inference, chat('auto', 'meta-llama/Llama-3.1-8B-Instruct'));
		assert.equal(last?.type, 'finished', JSON.stringify(last));
		stop.abort();
	});

	it('waits no longer for rate limits in all than the user wants, whoever of those in line was refused', async () => {
		hub.faults.always(CHAT, { kind: 'status', name: 'rateLimited', seconds: 40 });
		const clock = stoppedClock();
		const inference = inferenceOn(hub, clock);
		let waiting = 0;
		const ended: RunRecord[] = [];
		const runs = Array.from({ length: 16 }, async () => {
			ended.push(
				await record(inference, chat('together'), undefined, event => {
					if (event.type === 'waiting' && event.waiting?.until === 40_000) {
						waiting++;
					}
				}),
			);
		});
		while (waiting < 16) {
			await new Promise(resolve => setImmediate(resolve));
		}
		const asked = posts();
		clock.set(40_000);
		await Promise.all(runs);
		for (const { problem } of ended) {
			assert.deepEqual(problem, { code: 'rateLimited', resetSeconds: 40 });
		}
		assert.equal(posts(), asked + 1, 'one asks for all of them');
	});

	it('does not wait for a rate limit where the user does not want to', async () => {
		hub.faults.next(CHAT, { kind: 'status', name: 'rateLimited', seconds: 1 });
		const { problem, types } = await record(inferenceOn(hub, { rateLimitWait: 0 }), chat('together'));
		assert.deepEqual(problem, { code: 'rateLimited', resetSeconds: 1 });
		assert.equal(types, 'started failed');
	});
});
