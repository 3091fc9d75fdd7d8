import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'mocha';
import type { LeftJob } from '../../../src/shared/run';
import { withResolvers } from '../withResolvers';
import { inferenceOn, record } from './runOnLoopback';
import { useMediaHub } from './useMediaHub';

const POST = { host: 'router', method: 'POST' } as const;

/** The model of each provider, and the path of its cancelling, where there is one. */
const QUEUES = [
	['text-to-image', 'black-forest-labs/FLUX.1-schnell', 'fal-ai', /^PUT .*\/cancel\?/],
	['text-to-image', 'black-forest-labs/FLUX.1-dev', 'replicate', /^POST .*\/cancel$/],
	['text-to-image', 'black-forest-labs/FLUX.1-dev', 'wavespeed', /^DELETE .*\/predictions\/[^/]+$/],
	['text-to-video', 'Wan-AI/Wan2.2-T2V-A14B', 'together', undefined],
	['text-to-video', 'Wan-AI/Wan2.2-T2V-A14B', 'novita', undefined],
	['text-to-image', 'zai-org/GLM-Image', 'zai-org', undefined],
] as const;

describe('a run that is stopped before the provider’s ticket has come', () => {
	const place = useMediaHub();

	/** Waits for what comes late as long as it takes; all other waits take no time. */
	const patient = (milliseconds: number, signal: AbortSignal) =>
		milliseconds > 60_000 ? new Promise<never>(() => undefined) : Promise.resolve(signal.throwIfAborted());

	/** What is told of a job after its run has ended. */
	let left: ReturnType<typeof withResolvers<LeftJob | undefined>>;
	beforeEach(() => {
		left = withResolvers();
	});

	/** Stops a run whose request has arrived and is not answered before `held` is settled. */
	const stopped = async (queue: (typeof QUEUES)[number], held: Promise<unknown>, pause?: typeof patient) => {
		const [task, model, provider] = queue;
		place.hub.faults.next(POST, { kind: 'slowHeaders', milliseconds: 60_000, until: held });
		const stop = new AbortController();
		void place.hub.traffic
			.until(({ requests }) => requests.some(({ method }) => method === 'POST'))
			.then(() => stop.abort());
		const inference = inferenceOn(place.hub, {
			token: 'orgAdmin',
			billTo: () => 'acme',
			...(pause && { pause }),
		});
		const request = { task, model, provider, text: 'a boat' };
		return record(inference, request, stop.signal, undefined, left.resolve);
	};

	for (const queue of QUEUES) {
		const [, , provider, cancel] = queue;
		if (cancel) {
			it(`ends at once, and the job of ${provider} is cancelled when the ticket comes`, async () => {
				const held = withResolvers<void>();
				const cancels = () =>
					place.hub.traffic.requests.filter(({ method, path }) => cancel.test(`${method} ${path}`));
				const { problem } = await stopped(queue, held.promise, patient);
				assert.deepEqual(problem, { code: 'cancelled', job: 'unconfirmed' });
				assert.deepEqual(cancels(), []);
				held.resolve();
				await place.hub.traffic.until(({ openRequests }) => cancels().length > 0 && openRequests === 0);
				assert.deepEqual(
					cancels().map(({ host, token, headers }) => [host, token, headers['x-hf-bill-to']]),
					[['router', 'orgAdmin', 'acme']],
				);
				assert.equal(await left.promise, 'cancelled');
			});

			it(`tells that ${provider} did not cancel the job`, async () => {
				const held = withResolvers<void>();
				await stopped(queue, held.promise, patient);
				place.hub.faults.always(
					{ host: 'router', path: /\/(cancel|predictions\/[^/]+)(\?.*)?$/ },
					{ kind: 'status', name: 'internal' },
				);
				held.resolve();
				assert.equal(await left.promise, 'notCancelled');
			});
		} else {
			it(`closes the connection to ${provider}, which cannot be told to cancel, and says so`, async () => {
				const held = withResolvers<void>();
				const { problem } = await stopped(queue, held.promise);
				assert.deepEqual(problem, { code: 'cancelled', job: 'noCancelling' });
				await place.hub.traffic.until(({ openRequests }) => openRequests === 0);
				held.resolve();
			});
		}
	}

	it('does not wait for it for ever', async () => {
		const held = withResolvers<void>();
		const over = withResolvers<void>();
		const { problem } = await stopped(QUEUES[0], held.promise, (milliseconds, signal) =>
			milliseconds > 60_000 ? over.promise : patient(milliseconds, signal),
		);
		assert.deepEqual(problem, { code: 'cancelled', job: 'unconfirmed' });
		over.resolve();
		assert.equal(await left.promise, 'notCancelled');
		await place.hub.traffic.until(({ openRequests }) => openRequests === 0);
		held.resolve();
	});

	it('says nothing of a job where none was asked for', async () => {
		const [task, model, provider] = QUEUES[0];
		const stop = AbortSignal.abort();
		const { problem } = await record(inferenceOn(place.hub), { task, model, provider, text: 'a boat' }, stop);
		assert.deepEqual(problem, { code: 'cancelled' });
		assert.deepEqual(place.hub.traffic.requests, []);
	});
});
