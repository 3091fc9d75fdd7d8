import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'mocha';
import { askInstruction } from '../../../src/inference/askInstruction';
import type { RunRequest } from '../../../src/inference/runRequest';
import type { Problem } from '../../../src/shared/problem';
import type { Fault } from '../../hub/fault';
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

describe('a chat that fails on the loopback Hub', () => {
	let hub: LoopbackHub;

	before(async () => {
		hub = await startLoopbackHub({ deltaGapMs: 0 });
	});
	afterEach(() => hub.reset());
	after(() => hub.stop());

	const model = { model: request.model, provider: 'together' };
	const kept = (deltas: number) => ({ kept: deltas });
	const rows: ReadonlyArray<
		readonly [name: string, fault: Fault, problem: Partial<Problem> & object, kept?: { kept: number }]
	> = [
		[
			'modelNotSupported',
			{ kind: 'status', name: 'modelNotSupported' },
			{ code: 'model.noProvider', ...model },
		],
		[
			'unauthorized',
			{ kind: 'status', name: 'unauthorized' },
			{ code: 'token.invalid', tokenName: 'fineGrainedInference' },
		],
		['outOfCredits', { kind: 'status', name: 'outOfCredits' }, { code: 'credits' }],
		[
			'noInferencePermission',
			{ kind: 'status', name: 'noInferencePermission' },
			{ code: 'token.permission', permission: 'inference' },
		],
		['providerForbidden', { kind: 'status', name: 'providerForbidden' }, { code: 'server', status: 403 }],
		['deprecated', { kind: 'status', name: 'deprecated' }, { code: 'model.deprecated', ...model }],
		['inputTooLong', { kind: 'status', name: 'inputTooLong' }, { code: 'input.tooLong' }],
		[
			'fastApiDetail',
			{ kind: 'status', name: 'fastApiDetail' },
			{ code: 'input.invalid', detail: 'Field required' },
		],
		['missingField', { kind: 'status', name: 'missingField' }, { code: 'input.invalid' }],
		['badGateway', { kind: 'status', name: 'badGateway' }, { code: 'server', status: 502 }],
		[
			'overloaded',
			{ kind: 'status', name: 'overloaded' },
			{ code: 'server', status: 503, detail: 'Model is overloaded' },
		],
		['rateLimitedBare', { kind: 'status', name: 'rateLimitedBare' }, { code: 'rateLimited' }],
		[
			'a rate limit of minutes',
			{ kind: 'status', name: 'rateLimited', seconds: 240 },
			{ code: 'rateLimited', resetSeconds: 240 },
		],
		[
			'broken JSON',
			{ kind: 'brokenJson' },
			{ code: 'protocol', detail: 'Expected an event stream, not application/json.' },
		],
		[
			'a page of HTML',
			{ kind: 'wrongContentType' },
			{ code: 'protocol', detail: 'Expected an event stream, not text/html.' },
		],
		[
			'an empty body',
			{ kind: 'emptyBody' },
			{ code: 'protocol', detail: 'Expected an event stream, not application/json.' },
		],
		['a cut before the first delta', { kind: 'cutBeforeFirstDelta' }, { code: 'stream.cut' }],
		['a clean cut', { kind: 'cutAfter', deltas: 4 }, { code: 'stream.cut' }, kept(4)],
		['an abrupt cut', { kind: 'cutAfter', deltas: 4, abrupt: true }, { code: 'stream.cut' }],
		[
			'an error object in the stream',
			{ kind: 'errorEventAfter', deltas: 4 },
			{ code: 'server', status: 500 },
			kept(4),
		],
		[
			'an error text in the stream',
			{ kind: 'errorEventAfter', deltas: 4, plain: true },
			{ code: 'input.invalid' },
			kept(4),
		],
		[
			'an error before any delta',
			{ kind: 'errorEventAfter', deltas: 0 },
			{ code: 'server', status: 500 },
			kept(0),
		],
		['a reset connection', { kind: 'reset' }, { code: 'network.offline' }],
		['a redirect to another host', { kind: 'redirect' }, { code: 'network.redirect' }],
	];
	for (const [name, fault, expected, pieces] of rows) {
		it(`${name}: ${expected.code ?? ''}, once, and works again afterwards`, async () => {
			const inference = inferenceOn(hub);
			hub.faults.next(CHAT, fault);
			const { problem, events, types } = await record(inference, request);
			assert.ok(problem, types);
			assert.deepEqual({ ...problem, ...expected }, problem);
			if (pieces) {
				assert.equal(events.filter(({ type }) => type === 'delta').length, pieces.kept);
			}
			assert.ok(!JSON.stringify(problem).includes('Math.PI'));
			assert.equal(hub.traffic.requests.filter(({ method }) => method === 'POST').length, 1);
			await hub.traffic.until(({ openRequests }) => openRequests === 0);
			assert.equal((await record(inference, request)).last?.type, 'finished');
		});
	}

	it('keeps what arrived before a stall, and closes the connection', async () => {
		hub.faults.next(CHAT, { kind: 'stallAfter', deltas: 3 });
		const { problem, types } = await record(inferenceOn(hub, { stallTimeout: 400 }), request);
		assert.deepEqual(problem, { code: 'stream.stalled', seconds: 0.4 });
		assert.equal(types, 'started delta failed');
		await hub.traffic.until(({ openStreams }) => openStreams === 0);
	});

	it('notices at once that the network is gone in mid-answer, keeps what arrived, and closes the connection', async () => {
		hub.faults.next(CHAT, { kind: 'stallAfter', deltas: 3 });
		let isOffline = false;
		const { problem, types } = await record(
			inferenceOn(hub, { isOffline: () => isOffline }),
			request,
			undefined,
			({ type }) => (isOffline ||= type === 'delta'),
		);
		assert.deepEqual(problem, { code: 'network.offline', host: new URL(hub.routerOrigin).host });
		assert.equal(types, 'started delta failed');
		await hub.traffic.until(({ openStreams }) => openStreams === 0);
	}).timeout(10_000);

	it('sends nothing where there is no network', async () => {
		const { problem } = await record(inferenceOn(hub, { isOffline: () => true }), request);
		assert.deepEqual(problem, { code: 'network.offline', host: new URL(hub.routerOrigin).host });
		assert.ok(hub.traffic.requests.every(({ method }) => method === 'GET'));
	});

	it('asks for a token before anything is sent', async () => {
		const { problem, types } = await record(inferenceOn(hub, { token: 'none' }), request);
		assert.deepEqual(problem, { code: 'token.missing', permission: 'inference' });
		assert.equal(types, 'failed');
		assert.deepEqual(hub.traffic.requests, []);
	});

	/** With any of them, the client package would turn to the providers themselves, past the router. */
	const NO_TOKENS = [
		['another company’s key', `sk-${'a'.repeat(34)}`],
		['a blank before it', ` hf_${'a'.repeat(34)}`],
		['a quote around it', `"hf_${'a'.repeat(34)}"`],
		['a line end behind it', `hf_${'a'.repeat(34)}\n`],
	] as const;
	for (const [what, value] of NO_TOKENS) {
		it(`sends nothing with what is no access token of the Hub: ${what}`, async () => {
			const credentials = async () => ({ value, name: 'other', origins: [hub.routerOrigin] });
			const { problem } = await record(inferenceOn(hub, { credentials }), request);
			assert.deepEqual(problem, { code: 'token.format', detail: 'other' });
			assert.deepEqual(hub.traffic.requests, []);
		});
	}

	const wrong: ReadonlyArray<readonly [what: string, more: Partial<RunRequest>, code: string]> = [
		['a model that is none', { model: '../../whoami-v2' }, 'input.invalid'],
		['no model, for which the client package would ask the Hub', { model: '' }, 'input.invalid'],
		['a model with a suffix of its own', { model: 'o/m:groq' }, 'input.invalid'],
		['a provider that is no name', { provider: 'groq/../x' }, 'model.noProvider'],
		['a parameter that the task does not have', { parameters: { stream: false } }, 'input.invalid'],
	];
	for (const [what, more, code] of wrong) {
		it(`refuses ${what} before anything is sent`, async () => {
			const { problem } = await record(inferenceOn(hub), { ...request, ...more });
			assert.equal(problem?.code, code);
			assert.deepEqual(hub.traffic.requests, []);
		});
	}

	it('says that nobody of that name serves the model', async () => {
		const { problem } = await record(inferenceOn(hub), { ...request, provider: 'nobody' });
		assert.deepEqual(problem, { code: 'model.noProvider', model: request.model, provider: 'nobody' });
	});

	const tokens: ReadonlyArray<
		readonly [token: 'expired' | 'revoked' | 'fineGrainedNoInference' | 'noCredits', code: string]
	> = [
		['expired', 'token.expired'],
		['revoked', 'token.invalid'],
		['fineGrainedNoInference', 'token.permission'],
		['noCredits', 'credits'],
	];
	for (const [token, code] of tokens) {
		it(`${token}: ${code}`, async () => {
			const { problem } = await record(inferenceOn(hub, { token }), request);
			assert.equal(problem?.code, code);
		});
	}
});
