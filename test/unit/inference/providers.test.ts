import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, describe, it } from 'mocha';
import { askInstruction } from '../../../src/inference/askInstruction';
import { catalogueCopy } from '../../../src/inference/catalogueCopy';
import { similarModels } from '../../../src/inference/similarModels';
import type { RunRequest } from '../../../src/inference/runRequest';
import { type LoopbackHub, startLoopbackHub } from '../../hub/loopbackHub';
import { inferenceOn, record } from './runOnLoopback';

const never = new AbortController().signal;
const ask = (model: string, provider: string, more: Partial<RunRequest> = {}): RunRequest => ({
	task: 'conversational',
	model,
	provider,
	text: '',
	instruction: askInstruction('Who are you?'),
	...more,
});

describe('providers on the loopback Hub', () => {
	let hub: LoopbackHub;
	let folder: string;

	before(async () => {
		hub = await startLoopbackHub({ deltaGapMs: 0 });
		folder = await mkdtemp(join(tmpdir(), 'hf-workbench-copy-'));
	});
	afterEach(() => hub.reset());
	after(async () => {
		await hub.stop();
		await rm(folder, { recursive: true, force: true });
	});

	const chats = () => hub.traffic.requests.filter(({ path }) => path.includes('chat/completions')).length;

	it('are told with what they cost and what they can', async () => {
		const offers = await inferenceOn(hub).providers('openai/gpt-oss-120b', never);
		const cerebras = offers.find(({ provider }) => provider === 'cerebras');
		assert.deepEqual(
			[cerebras?.supportsTools, cerebras?.supportsStructuredOutput, cerebras?.takesImages],
			[true, true, false],
		);
		assert.deepEqual(await inferenceOn(hub).providers('acme/nobody-has-it', never), []);
	});

	it('are not asked for a model that nobody serves: it says so first, with models like it', async () => {
		const inference = inferenceOn(hub);
		await inference.offers('conversational', '', never);
		const { problem } = await record(inference, ask('Qwen/Qwen3-33B', 'auto'));
		assert.ok(problem?.code === 'model.noProvider' && problem.unsent && problem.maySend);
		assert.ok(problem.similar?.includes('Qwen/Qwen3-32B'), String(problem.similar));
		assert.equal(chats(), 0);
	});

	it('say who else serves a model that the chosen one does not', async () => {
		const inference = inferenceOn(hub);
		await inference.offers('conversational', '', never);
		const { problem } = await record(inference, ask('openai/gpt-oss-20b', 'vanished-ai'));
		assert.ok(problem?.code === 'model.noProvider');
		assert.equal(problem.provider, 'vanished-ai');
		assert.deepEqual(problem.servedBy, ['groq', 'together', 'hf-inference']);
		assert.equal(chats(), 0);
	});

	it('are asked all the same when the user says so, for a model may be one that only its owner sees', async () => {
		const inference = inferenceOn(hub);
		await inference.offers('conversational', '', never);
		const { problem } = await record(inference, ask('Qwen/Qwen3-33B', 'auto', { unlisted: true }));
		assert.ok(problem?.code === 'model.noProvider' && !problem.unsent);
		assert.equal(chats(), 1);
	});

	it('that no client knows serve a chat as any other', async () => {
		const { last } = await record(inferenceOn(hub), ask('baidu/ERNIE-4.5-21B-A3B-PT', 'quantumleap'));
		assert.equal(last?.type, 'finished');
	});

	it('are chosen by the user’s own order, or by the one on the Hub', async () => {
		const own = inferenceOn(hub, { preferredProviders: () => ['vanished-ai', 'novita', 'groq'] });
		await own.offers('conversational', '', never);
		assert.deepEqual((await record(own, ask('openai/gpt-oss-120b', 'preferred'))).providers, ['novita']);
		const theirs = await record(inferenceOn(hub), ask('openai/gpt-oss-120b', 'preferred'));
		assert.equal(theirs.last?.type, 'finished');
	});

	it('are known without the router from the copy of what it said last', async () => {
		const copy = catalogueCopy(join(folder, 'deep', 'catalogue.json'));
		const offers = await inferenceOn(hub, { copy }).offers('conversational', 'gpt-oss-20b', never);
		while (!(await copy.read(hub.routerOrigin))) {
			await new Promise(resolve => setTimeout(resolve, 5));
		}
		hub.faults.always({ host: 'router' }, { kind: 'reset' });
		const offline = await inferenceOn(hub, { copy, now: () => Date.now() + 3_600_000 }).offers(
			'conversational',
			'gpt-oss-20b',
			never,
		);
		assert.deepEqual(
			offline.map(({ provider }) => provider),
			offers.map(({ provider }) => provider),
		);
		assert.ok(offline.every(({ asOf }) => asOf !== undefined));
		assert.ok(offers.every(({ asOf }) => asOf === undefined));
	});

	it('have no copy of another router, nor one that is broken', async () => {
		const file = join(folder, 'broken.json');
		await writeFile(file, '{"router": ');
		assert.equal(await catalogueCopy(file).read('https://a.example'), undefined);
		await catalogueCopy(file).write('https://a.example', [], 1);
		assert.deepEqual(await catalogueCopy(file).read('https://a.example'), { body: [], at: 1 });
		assert.equal(await catalogueCopy(file).read('https://b.example'), undefined);
	});
});

describe('similarModels', () => {
	const all = ['Qwen/Qwen3-32B', 'Qwen/Qwen3-8B', 'meta-llama/Llama-3.3-70B-Instruct', 'Qwen/QwQ-32B'];

	it('puts those of the family before those of the owner alone', () => {
		assert.deepEqual(similarModels('Qwen/Qwen3-30B', all), ['Qwen/Qwen3-32B', 'Qwen/Qwen3-8B']);
	});

	it('finds the family of another owner’s copy', () => {
		assert.deepEqual(similarModels('unsloth/Llama-3.3-70B-Instruct-bnb', all), [
			'meta-llama/Llama-3.3-70B-Instruct',
		]);
	});

	it('finds nothing for what is like nothing', () => {
		assert.deepEqual(similarModels('a/b', all), []);
	});
});
