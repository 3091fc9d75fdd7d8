import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'mocha';
import type { RunRequest } from '../../../src/inference/runRequest';
import { openOperation } from '../../../src/net/openOperation';
import type { Output } from '../../../src/shared/output';
import type { Problem } from '../../../src/shared/problem';
import type { Fault } from '../../hub/fault';
import { type LoopbackHub, startLoopbackHub } from '../../hub/loopbackHub';
import { inferenceOn, record, type RunRecord } from './runOnLoopback';

const CALL = { method: 'POST', host: 'router' } as const;
const LOOKUP = { method: 'GET', host: 'hub', path: /inferenceProviderMapping/ } as const;

function outputOf({ events, last }: RunRecord): Output {
	const output = events.find(event => event.type === 'output')?.output;
	assert.ok(output, JSON.stringify(last));
	return output;
}

const sentiment: RunRequest = {
	task: 'text-classification',
	model: 'distilbert/distilbert-base-uncased-finetuned-sst-2-english',
	text: 'I love this wonderful library.',
};

describe('tasks on the loopback Hub', () => {
	let hub: LoopbackHub;

	before(async () => {
		hub = await startLoopbackHub();
	});
	afterEach(() => hub.reset());
	after(() => hub.stop());

	it('are waited for longer than the first word of a chat: their answer comes when all of it has been made', async () => {
		const patience = new Set<number | undefined>();
		const open: typeof openOperation = options => {
			patience.add(options.headersTimeout);
			return openOperation(options);
		};
		const chat: RunRequest = { task: 'conversational', model: 'openai/gpt-oss-20b', text: 'Hello' };
		await record(inferenceOn(hub, { openOperation: open }), { ...chat, provider: 'together' });
		assert.deepEqual([patience.has(120_000), patience.has(300_000)], [true, false]);
		patience.clear();
		await record(inferenceOn(hub, { openOperation: open }), sentiment);
		assert.deepEqual([patience.has(120_000), patience.has(300_000)], [false, true]);
	});

	it('tell what they will be while they go on, in tokens, and no price', async () => {
		hub.faults.always(CALL, { kind: 'hang' });
		const stop = new AbortController();
		const { events } = await record(inferenceOn(hub), sentiment, stop.signal, ({ type }) => {
			if (type === 'estimated') {
				stop.abort();
			}
		});
		assert.deepEqual(
			events.find(({ type }) => type === 'estimated'),
			{ type: 'estimated', estimate: { promptTokens: 10, isCounted: false } },
		);
	});

	it('summarizes, no longer than asked for', async () => {
		const text =
			'The sea is large. Whales live in the sea. They sing to one another over many miles. Nobody knows why.';
		const request: RunRequest = { task: 'summarization', model: 'facebook/bart-large-cnn', text };
		const long = await record(inferenceOn(hub), request);
		assert.equal(long.types, 'started output finished');
		const output = outputOf(long);
		assert.ok(output.kind === 'text' && output.text.length > 0);
		const short = outputOf(await record(inferenceOn(hub), { ...request, parameters: { max_length: 4 } }));
		assert.ok(short.kind === 'text' && short.text.length < output.text.length);
	});

	it('translates, into the language that is asked for', async () => {
		const text = 'The house is red.';
		const french = outputOf(
			await record(inferenceOn(hub), { task: 'translation', model: 'Helsinki-NLP/opus-mt-en-fr', text }),
		);
		assert.ok(french.kind === 'text' && french.text.includes('maison'));
		const german = outputOf(
			await record(inferenceOn(hub), {
				task: 'translation',
				model: 'facebook/nllb-200-distilled-600M',
				text,
				parameters: { src_lang: 'en', tgt_lang: 'de' },
			}),
		);
		assert.ok(german.kind === 'text' && german.text.includes('Haus'));
	});

	it('classifies, the likeliest label first and as many as asked for', async () => {
		const output = outputOf(await record(inferenceOn(hub), sentiment));
		assert.ok(output.kind === 'labels' && output.labels.length === 2);
		assert.ok((output.labels[0]?.score ?? 0) > (output.labels[1]?.score ?? 1));
		const one = outputOf(await record(inferenceOn(hub), { ...sentiment, parameters: { top_k: 1 } }));
		assert.ok(one.kind === 'labels' && one.labels.length === 1);
	});

	it('finds entities where they are, also behind an emoji', async () => {
		const text = '🤗 Sarah lives in Paris.';
		const output = outputOf(
			await record(inferenceOn(hub), { task: 'token-classification', model: 'dslim/bert-base-NER', text }),
		);
		assert.ok(output.kind === 'spans' && output.text === text);
		assert.ok(output.spans.some(({ start, end }) => text.slice(start, end) === 'Paris'));
	});

	it('asks the Hub who serves the model, with the token, and then that provider', async () => {
		const { providers, last } = await record(inferenceOn(hub), sentiment);
		assert.deepEqual(providers, ['hf-inference']);
		assert.ok(last?.type === 'finished' && last.reason === 'stop');
		assert.deepEqual(hub.traffic.sentTo('fineGrainedInference'), [
			`GET ${hub.origin}/api/models/${sentiment.model}`,
			`POST ${hub.routerOrigin}/hf-inference/models/${sentiment.model}`,
		]);
	});

	it('finds the provider of a private model, and forgets it with the token', async () => {
		const request = { ...sentiment, model: 'acme/ticket-triage' };
		assert.equal((await record(inferenceOn(hub, { token: 'read' }), request)).last?.type, 'finished');
		const other = await record(inferenceOn(hub, { token: 'noCredits' }), request);
		assert.deepEqual(other.problem, { code: 'repo.notFound', repo: request.model, signedIn: true });
	});

	it('bills the organisation of the setting', async () => {
		await record(inferenceOn(hub, { token: 'orgAdmin', billTo: () => 'acme' }), sentiment);
		assert.equal(hub.traffic.requests.find(({ host }) => host === 'router')?.headers['x-hf-bill-to'], 'acme');
	});

	const nobody: ReadonlyArray<readonly [what: string, more: Partial<RunRequest>, problem: Problem]> = [
		[
			'a chat model',
			{ model: 'openai/gpt-oss-20b' },
			{ code: 'model.wrongTask', model: 'openai/gpt-oss-20b', task: 'text-classification' },
		],
		[
			'a model that nobody serves',
			{ model: 'MIT/ast-finetuned-audioset-10-10-0.4593' },
			{
				code: 'model.noProvider',
				model: 'MIT/ast-finetuned-audioset-10-10-0.4593',
				unsent: true,
				similar: [
					'distilbert/distilbert-base-uncased-finetuned-sst-2-english',
					'ProsusAI/finbert',
					'cardiffnlp/twitter-roberta-base-sentiment-latest',
				],
			},
		],
		[
			'a model whose only provider is broken',
			{ task: 'token-classification', model: 'Davlan/xlm-roberta-base-ner-hrl' },
			{
				code: 'model.noProvider',
				model: 'Davlan/xlm-roberta-base-ner-hrl',
				unsent: true,
				similar: [
					'dslim/bert-base-NER',
					'Jean-Baptiste/roberta-large-ner-english',
					'dbmdz/bert-large-cased-finetuned-conll03-english',
				],
			},
		],
		[
			'a provider that does not serve it',
			{ provider: 'groq' },
			{
				code: 'model.noProvider',
				model: sentiment.model,
				provider: 'groq',
				unsent: true,
				servedBy: ['hf-inference'],
				similar: [
					'j-hartmann/emotion-english-distilroberta-base',
					'cardiffnlp/twitter-roberta-base-sentiment-latest',
					'ProsusAI/finbert',
				],
			},
		],
		[
			'a model that does not exist',
			{ model: 'o/nothing' },
			{ code: 'repo.notFound', repo: 'o/nothing', signedIn: true },
		],
	];
	for (const [what, more, problem] of nobody) {
		it(`asks no provider about ${what}`, async () => {
			const { problem: told, types, last } = await record(inferenceOn(hub), { ...sentiment, ...more });
			assert.ok(last?.type === 'failed' && last.metrics.tokenName === undefined);
			assert.deepEqual(told, problem);
			assert.equal(types, 'failed');
			assert.ok(hub.traffic.requests.every(({ host }) => host === 'hub'));
		});
	}

	it('says that a provider has given a model up', async () => {
		const model = 'philschmid/bart-large-cnn-samsum';
		const { problem } = await record(inferenceOn(hub), { task: 'summarization', model, text: 'A. B.' });
		assert.deepEqual(problem, { code: 'model.deprecated', model, provider: 'hf-inference' });
	});

	const failures: ReadonlyArray<readonly [what: string, fault: Fault, problem: Partial<Problem> & object]> = [
		['broken JSON', { kind: 'brokenJson' }, { code: 'protocol', detail: 'The answer is not valid JSON.' }],
		[
			'a page of HTML',
			{ kind: 'wrongContentType' },
			{ code: 'protocol', detail: 'Expected JSON, not text/html.' },
		],
		['an empty body', { kind: 'emptyBody' }, { code: 'protocol', detail: 'The answer is empty.' }],
		[
			'modelNotFound',
			{ kind: 'status', name: 'modelNotFound' },
			{ code: 'model.noProvider', provider: 'hf-inference' },
		],
		[
			'problemJson',
			{ kind: 'status', name: 'problemJson' },
			{ code: 'input.invalid', detail: 'The input was not valid' },
		],
		[
			'fastApiDetail',
			{ kind: 'status', name: 'fastApiDetail' },
			{ code: 'input.invalid', detail: 'Field required' },
		],
		['tooLarge', { kind: 'status', name: 'tooLarge' }, { code: 'input.tooLong' }],
		['internal', { kind: 'status', name: 'internal' }, { code: 'server', status: 500 }],
		['a reset connection', { kind: 'reset' }, { code: 'network.offline' }],
	];
	for (const [what, fault, expected] of failures) {
		it(`${what}: ${expected.code ?? ''}, and works again afterwards`, async () => {
			const inference = inferenceOn(hub);
			hub.faults.next(CALL, fault);
			const { problem } = await record(inference, sentiment);
			assert.ok(problem);
			assert.deepEqual({ ...problem, ...expected }, problem);
			assert.equal((await record(inference, sentiment)).last?.type, 'finished');
		});
	}

	const lookups: ReadonlyArray<readonly [what: string, fault: Fault, code: Problem['code']]> = [
		['broken JSON', { kind: 'brokenJson' }, 'protocol'],
		['502', { kind: 'status', name: 'badGateway' }, 'server'],
		['429', { kind: 'status', name: 'rateLimited' }, 'rateLimited'],
		['a bad token', { kind: 'status', name: 'unauthorized' }, 'token.invalid'],
		['a redirect to another host', { kind: 'redirect' }, 'network.redirect'],
	];
	for (const [what, fault, code] of lookups) {
		it(`the Hub answers ${what} to the question who serves it: ${code}`, async () => {
			hub.faults.next(LOOKUP, fault);
			assert.equal((await record(inferenceOn(hub), sentiment)).problem?.code, code);
		});
	}

	it('waits for a model that is being loaded', async () => {
		hub.faults.next(CALL, { kind: 'status', name: 'loading', seconds: 20 });
		const { types } = await record(inferenceOn(hub), sentiment);
		assert.equal(types, 'started waiting waiting output finished');
	});

	it('stops while the model is silent, and closes the connection', async () => {
		hub.faults.next(CALL, { kind: 'hang' });
		const stop = new AbortController();
		void hub.traffic
			.until(({ requests }) => requests.some(({ host }) => host === 'router'))
			.then(() => stop.abort());
		const { problem } = await record(inferenceOn(hub), sentiment, stop.signal);
		assert.deepEqual(problem, { code: 'cancelled' });
		await hub.traffic.until(({ openRequests }) => openRequests === 0);
	});
});
