import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'mocha';
import type { ModelOffer } from '../../../src/inference/inference';
import { ProblemError } from '../../../src/util/problemError';
import { type LoopbackHub, startLoopbackHub } from '../../hub/loopbackHub';
import { inferenceOn } from './runOnLoopback';

const CATALOGUE = { host: 'router', path: /^\/v1\/models$/ } as const;
const LIST = { host: 'hub', path: /^\/api\/models\?/ } as const;

const never = new AbortController().signal;
const of = (offers: readonly ModelOffer[], model: string) => offers.filter(offer => offer.model === model);
const isProblem = (code: string) => (error: unknown) =>
	error instanceof ProblemError && error.problem.code === code;

describe('offers on the loopback Hub', () => {
	let hub: LoopbackHub;
	let now = 0;

	before(async () => {
		hub = await startLoopbackHub();
	});
	afterEach(() => hub.reset());
	after(() => hub.stop());

	const inference = (token?: 'none') => inferenceOn(hub, { now: () => now, ...(token && { token }) });
	const asked = (host: 'hub' | 'router') =>
		hub.traffic.requests.filter(request => request.host === host).length;

	it('for chat: one row per live provider, with price, context, speed and fame', async () => {
		const offers = of(await inference().offers('conversational', '', never), 'openai/gpt-oss-120b');
		assert.deepEqual(
			offers.map(({ provider }) => provider),
			['cerebras', 'groq', 'fireworks-ai', 'together', 'novita'],
		);
		const { downloads, likes, ...groq } = offers[1] ?? assert.fail();
		assert.deepEqual(groq, {
			model: 'openai/gpt-oss-120b',
			provider: 'groq',
			pricing: { input: 0.15, output: 0.75 },
			contextLength: 131072,
			firstTokenLatency: 310,
			throughput: 480,
			supportsTools: true,
			takesImages: false,
		});
		assert.ok((downloads ?? 0) > 0 && (likes ?? 0) > 0);
	});

	it('for chat: a provider that the client package does not know is offered; the router knows it', async () => {
		const offers = await inference().offers('conversational', 'ernie', never);
		assert.deepEqual(
			offers.map(({ provider }) => provider),
			['quantumleap'],
		);
	});

	it('for chat: in the order of the Hub, and in the router’s where the Hub cannot be asked', async () => {
		const models = async () => [
			...new Set((await inference().offers('conversational', '', never)).map(({ model }) => model)),
		];
		const byFame = await models();
		hub.faults.next(LIST, { kind: 'status', name: 'badGateway' });
		const byRouter = await models();
		assert.deepEqual([...byFame].sort(), [...byRouter].sort());
		assert.notDeepEqual(byFame, byRouter);
	});

	it('for chat: narrowed to all the words, in any order, in model and provider', async () => {
		const offers = await inference().offers('conversational', ' GROQ  gpt-oss', never);
		assert.deepEqual(offers.map(({ model }) => model).sort(), ['openai/gpt-oss-120b', 'openai/gpt-oss-20b']);
		assert.deepEqual(await inference().offers('conversational', 'no such model', never), []);
	});

	it('for chat: from the same catalogue for ten minutes, and from it still when the router fails then', async () => {
		const same = inference();
		const first = await same.offers('conversational', '', never);
		now += 9 * 60_000;
		await same.offers('conversational', 'qwen', never);
		assert.equal(asked('router'), 1);
		now += 2 * 60_000;
		await same.offers('conversational', '', never);
		assert.equal(asked('router'), 2);
		now += 11 * 60_000;
		hub.faults.next(CATALOGUE, { kind: 'status', name: 'badGateway' });
		const asOf = now - 11 * 60_000;
		assert.deepEqual(
			await same.offers('conversational', '', never),
			first.map(offer => ({ ...offer, asOf })),
			'it says that it is not current',
		);
		assert.equal(asked('router'), 3);
	});

	it('for chat: with the time of what is still shown, where the router was to be asked again and cannot be', async () => {
		const same = inference();
		await same.offers('conversational', '', never);
		const asOf = now;
		now += 60_000;
		same.refresh();
		hub.faults.next(CATALOGUE, { kind: 'status', name: 'badGateway' });
		const offers = await same.offers('conversational', '', never);
		assert.ok(offers.length > 0 && offers.every(offer => offer.asOf === asOf));
		const [current] = await same.offers('conversational', '', never);
		assert.equal(current?.asOf, undefined);
		assert.equal(asked('router'), 3);
	});

	it('for chat: not from the catalogue of another router than the setting names now', async () => {
		const endpoints = { hub: hub.origin, router: hub.routerOrigin };
		const same = inferenceOn(hub, { endpoints, now: () => now });
		await same.offers('conversational', '', never);
		endpoints.router = 'http://127.0.0.1:1';
		await assert.rejects(same.offers('conversational', '', never), ProblemError);
		endpoints.router = hub.routerOrigin;
		assert.ok((await same.offers('conversational', '', never)).length > 0);
		assert.equal(asked('router'), 1);
	});

	it('for chat: without a token, and without sending one to the router', async () => {
		assert.ok((await inference('none').offers('conversational', '', never)).length > 0);
		await inference().offers('conversational', '', never);
		assert.ok(hub.traffic.requests.every(({ host, token }) => host === 'hub' || token === undefined));
	});

	it('for other tasks: from the Hub’s list, live ones that can be called', async () => {
		const offers = await inference().offers('summarization', '', never);
		assert.ok(of(offers, 'facebook/bart-large-cnn')[0]?.provider === 'hf-inference');
		assert.ok(offers.every(({ provider }) => provider === 'hf-inference'));
		const entities = await inference().offers('token-classification', '', never);
		assert.ok(entities.length > 0);
		assert.deepEqual(of(entities, 'Davlan/xlm-roberta-base-ner-hrl'), []);
	});

	it('for other tasks: not from providers that the client package cannot call with a token of the Hub', async () => {
		const live = (provider: string) => ({ provider, status: 'live', providerId: 'm', task: 'translation' });
		const list = ['quantumleap', 'openai', 'groq', 'hf-inference'].map(live);
		const body = JSON.stringify([{ id: 'o/m', inferenceProviderMapping: list }, { id: 7 }, null]);
		const openOperation = () => ({ last: undefined, fetch: async () => new Response(body) });
		assert.deepEqual(await inferenceOn(hub, { openOperation }).offers('translation', '', never), [
			{ model: 'o/m', provider: 'hf-inference' },
		]);
	});

	it('for other tasks: narrowed by the Hub', async () => {
		const offers = await inference().offers('translation', 'opus-mt-en-de', never);
		assert.deepEqual(
			offers.map(({ model }) => model),
			['Helsinki-NLP/opus-mt-en-de'],
		);
	});

	it('fails with the problem', async () => {
		hub.faults.always(CATALOGUE, { kind: 'brokenJson' });
		await assert.rejects(inference().offers('conversational', '', never), isProblem('protocol'));
		hub.faults.always(LIST, { kind: 'status', name: 'rateLimited', seconds: 55 });
		await assert.rejects(inference().offers('summarization', '', never), isProblem('rateLimited'));
	});

	it('stops when its signal aborts', async () => {
		hub.faults.always(CATALOGUE, { kind: 'hang' });
		const stop = new AbortController();
		void hub.traffic.until(({ openRequests }) => openRequests > 0).then(() => stop.abort());
		await assert.rejects(inference().offers('conversational', '', stop.signal), isProblem('cancelled'));
		await hub.traffic.until(({ openRequests }) => openRequests === 0);
	});
});
