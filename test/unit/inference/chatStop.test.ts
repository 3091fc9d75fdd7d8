import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'mocha';
import { askInstruction } from '../../../src/inference/askInstruction';
import type { RunRequest } from '../../../src/inference/runRequest';
import { type LoopbackHub, startLoopbackHub } from '../../hub/loopbackHub';
import { inferenceOn, record } from './runOnLoopback';

const CHAT = { method: 'POST', host: 'router', path: /^\/v1\/chat\/completions$/ } as const;

const request: RunRequest = {
	task: 'conversational',
	model: 'openai/gpt-oss-20b',
	provider: 'together',
	text: 'export function area(r) {\n\treturn Math.PI * r * r;\n}\n',
	instruction: askInstruction('Explain this.'),
};

describe('a chat that waits or is stopped on the loopback Hub', () => {
	let hub: LoopbackHub;

	before(async () => {
		hub = await startLoopbackHub({ deltaGapMs: 0 });
	});
	afterEach(() => hub.reset());
	after(() => hub.stop());

	describe('while it waits', () => {
		it('asks a model that is being loaded again, and says how long it waits', async () => {
			const now = 1_000;
			hub.faults.next(CHAT, { kind: 'status', name: 'loading', seconds: 20 }, 2);
			const { types, events } = await record(inferenceOn(hub, { now: () => now }), request);
			assert.equal(types, 'started waiting waiting waiting delta finished');
			assert.deepEqual(
				events.flatMap(event => (event.type === 'waiting' ? [event.waiting] : [])),
				[{ why: 'loading', until: now + 20_000 }, { why: 'loading', until: now + 20_000 }, undefined],
			);
		});

		it('counts its waits in the whole time, and not in the time to the first token', async () => {
			const seconds = 20;
			hub.faults.next(CHAT, { kind: 'status', name: 'loading', seconds });
			let now = 0;
			// Other pauses, such as the one before the estimate, hold nothing up.
			const pause = async (milliseconds: number) =>
				void (now += milliseconds === seconds * 1000 ? milliseconds : 0);
			const { last } = await record(inferenceOn(hub, { now: () => now, pause }), request);
			assert.ok(last?.type === 'finished');
			assert.equal(last.metrics.durationMs, 20_000);
			assert.equal(last.metrics.firstTokenMs, 0);
		});

		it('starts with the policy until the router has said whom it chose', async () => {
			hub.faults.next(CHAT, { kind: 'status', name: 'loading', seconds: 20 });
			const { types, providers } = await record(inferenceOn(hub), { ...request, provider: 'cheapest' });
			assert.equal(types, 'started waiting started waiting delta finished');
			assert.deepEqual(providers, ['cheapest', 'together']);
		});

		it('gives up on a model after five minutes', async () => {
			hub.faults.always(CHAT, { kind: 'status', name: 'loading', seconds: 45 });
			const { problem } = await record(inferenceOn(hub), request);
			assert.deepEqual(problem, { code: 'loading', estimatedSeconds: 45 });
			// 6 × 45 s, 30 s, and the first.
			assert.equal(hub.traffic.requests.filter(({ method }) => method === 'POST').length, 8);
		});

		it('waits out a rate limit no longer than the setting says', async () => {
			hub.faults.always(CHAT, { kind: 'status', name: 'rateLimited', seconds: 55 });
			const { problem, types } = await record(inferenceOn(hub), request);
			assert.equal(types, 'started waiting failed');
			assert.deepEqual(problem, { code: 'rateLimited', resetSeconds: 55 });
		});

		it('stops waiting at once', async () => {
			const stop = new AbortController();
			hub.faults.always(CHAT, { kind: 'status', name: 'loading', seconds: 60 });
			const endless = (_: number, signal: AbortSignal) =>
				new Promise<void>((_resolve, reject) =>
					signal.addEventListener('abort', () => reject(new DOMException('Aborted', 'AbortError'))),
				);
			const { problem } = await record(
				inferenceOn(hub, { pause: endless }),
				request,
				stop.signal,
				({ type }) => {
					if (type === 'waiting') {
						stop.abort();
					}
				},
			);
			assert.deepEqual(problem, { code: 'cancelled' });
		});
	});

	describe('when the provider has not said what it took', () => {
		const uncounted = async (stopAt: 'delta' | 'waiting' | 'started' | undefined) => {
			const stop = new AbortController();
			const { last } = await record(inferenceOn(hub), request, stop.signal, ({ type }) => {
				if (type === stopAt) {
					stop.abort();
				}
			});
			return last?.type === 'finished' || last?.type === 'failed' ? last.metrics.uncounted : undefined;
		};

		it('says so of what was stopped or cut after it was sent', async () => {
			hub.faults.next(CHAT, { kind: 'stallAfter', deltas: 2 });
			assert.equal(await uncounted('delta'), true);
			hub.faults.next(CHAT, { kind: 'cutAfter', deltas: 2 });
			assert.equal(await uncounted(undefined), true);
		});

		it('does not where it was refused, not sent, or counted', async () => {
			hub.faults.next(CHAT, { kind: 'status', name: 'unauthorized' });
			assert.equal(await uncounted(undefined), undefined);
			hub.faults.next(CHAT, { kind: 'status', name: 'loading', seconds: 20 });
			assert.equal(await uncounted('waiting'), undefined);
			assert.equal(await uncounted(undefined), undefined);
		});
	});

	describe('when it is stopped', () => {
		it('closes the connection, so that the provider stops writing', async () => {
			const slow = await startLoopbackHub({ deltaGapMs: 10 });
			try {
				const stop = new AbortController();
				const { problem, types } = await record(inferenceOn(slow), request, stop.signal, ({ type }) => {
					if (type === 'delta') {
						stop.abort();
					}
				});
				assert.deepEqual(problem, { code: 'cancelled' });
				assert.equal(types, 'started delta failed');
				await slow.traffic.until(({ openStreams }) => openStreams === 0);
				assert.equal(slow.traffic.requests.find(({ stream }) => stream)?.stream?.complete, false);
			} finally {
				await slow.stop();
			}
		});

		it('closes the connection when its reader just leaves', async () => {
			const slow = await startLoopbackHub({ deltaGapMs: 10 });
			try {
				for await (const { type } of inferenceOn(slow).run(request, new AbortController().signal)) {
					if (type === 'delta') {
						break;
					}
				}
				await slow.traffic.until(({ openStreams }) => openStreams === 0);
				assert.equal(slow.traffic.requests.find(({ stream }) => stream)?.stream?.complete, false);
			} finally {
				await slow.stop();
			}
		});

		it('before it began, sends nothing', async () => {
			const { problem } = await record(inferenceOn(hub), request, AbortSignal.abort());
			assert.deepEqual(problem, { code: 'cancelled' });
			assert.deepEqual(hub.traffic.requests, []);
		});

		it('while the token is being looked for', async () => {
			const stop = new AbortController();
			const credentials = async () => {
				stop.abort();
				throw new Error('The store was closed');
			};
			const { problem } = await record(inferenceOn(hub, { credentials }), request, stop.signal);
			assert.deepEqual(problem, { code: 'cancelled' });
		});

		it('while the provider is silent', async () => {
			hub.faults.next(CHAT, { kind: 'hang' });
			const stop = new AbortController();
			void hub.traffic.until(({ openRequests }) => openRequests > 0).then(() => stop.abort());
			const { problem } = await record(inferenceOn(hub), request, stop.signal);
			assert.deepEqual(problem, { code: 'cancelled' });
			await hub.traffic.until(({ openRequests }) => openRequests === 0);
		});
	});
});
