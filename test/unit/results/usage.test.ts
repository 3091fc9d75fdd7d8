import assert from 'node:assert/strict';
import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { exportedRun, inputHash, readExportedRun } from '../../../src/results/exportedRun';
import { Run } from '../../../src/results/run';
import { UsageLedger } from '../../../src/results/usageLedger';
import { usageReport } from '../../../src/results/usageReport';
import { EXPLAIN } from './requests';

const NOON = new Date(2026, 5, 10, 12).getTime();
const DAY = 86_400_000;
const metrics = (cost?: number) => ({
	durationMs: 5,
	tokenName: 'laptop',
	usage: { promptTokens: 10, completionTokens: 20 },
	...(cost !== undefined && { cost }),
});

describe('what was used', () => {
	let folder: string;
	let now = NOON;
	const ledger = () => new UsageLedger(join(folder, 'deep', 'usage.jsonl'), () => now);

	beforeEach(async () => {
		now = NOON;
		folder = await mkdtemp(join(tmpdir(), 'hf-workbench-usage-'));
	});
	afterEach(() => rm(folder, { recursive: true, force: true }));

	it('is counted over windows, and by day', async () => {
		const [one, other] = [ledger(), ledger()];
		now = NOON - DAY;
		await one.add('a/one', 'groq', metrics(4));
		now = NOON;
		await Promise.all([one.add('a/one', 'groq', metrics(0.5)), other.add('b/two', undefined, metrics(0.25))]);
		assert.equal(await ledger().spentToday(), 0.75);
		assert.equal((await other.entries()).length, 3);
	});

	it('counts for the limit what a run was expected to cost, where nobody said who served it', async () => {
		const expect = () => Promise.resolve({ promptTokens: 7, isCounted: false, cost: 0.25 });
		await ledger().add('a/one', 'auto', metrics(), expect);
		await ledger().add('a/one', 'groq', metrics(1), expect);
		await ledger().add('a/one', 'auto', { durationMs: 1 }, expect);
		assert.equal(await ledger().spentToday(), 1.25);
		assert.match(usageReport(await ledger().entries(), NOON), /\$1\.00 and 2 runs of unknown price/);
	});

	it('estimates a run that broke off before the provider had counted, says so, and counts it for the limit', async () => {
		const expect = () =>
			Promise.resolve({ promptTokens: 30, answerTokens: 1_200, isCounted: false, cost: 0.25 });
		await ledger().add('a/one', 'groq', metrics(1));
		assert.doesNotMatch(usageReport(await ledger().entries(), NOON), /about|≈|estimate/);
		await ledger().add('b/two', 'groq', { durationMs: 1, uncounted: true }, expect);
		assert.equal(await ledger().spentToday(), 1.25);
		const report = usageReport(await ledger().entries(), NOON);
		assert.match(report, /\*\*Today\*\* 2 runs, ≈\u00a040 tokens in, ≈\u00a01,220 out, ≈\u00a0\$1\.25/);
		assert.match(report, /\| b\/two at groq \| 1 \| ≈\u00a030 \| ≈\u00a01,200 \| ≈\u00a0\$0\.25 \|/);
		assert.match(report, /\| a\/one at groq \| 1 \| 10 \| 20 \| \$1\.00 \|/);
		assert.match(report, /^≈ marks estimates/m);
	});

	it('says of an estimated run without a price that its price is unknown', async () => {
		const expect = () => Promise.resolve({ promptTokens: 30, answerTokens: 2, isCounted: false });
		await ledger().add('b/two', 'groq', { durationMs: 1, uncounted: true }, expect);
		assert.match(
			usageReport(await ledger().entries(), NOON),
			/1 run, ≈\u00a030 tokens in, ≈\u00a02 out, unknown price/,
		);
		assert.equal(await ledger().spentToday(), 0);
	});

	it('has no word of what was asked, and survives a broken line', async () => {
		await ledger().add('a/one', 'groq', metrics(1));
		const file = join(folder, 'deep', 'usage.jsonl');
		await appendFile(file, '{"at": \nnull\n{}\n');
		await ledger().add('a/one', 'groq', { durationMs: 1 });
		assert.equal((await ledger().entries()).length, 2);
		assert.deepEqual(
			Object.keys(JSON.parse((await readFile(file, 'utf8')).split('\n', 1)[0] ?? '') as object),
			['at', 'model', 'provider', 'token', 'promptTokens', 'completionTokens', 'cost'],
		);
	});

	it('is told by day, model and token, and says what is not known', async () => {
		await ledger().add('a/one', 'groq', metrics(0.5));
		await ledger().add('b/two', 'novita', metrics());
		const report = usageReport(await ledger().entries(), NOON);
		assert.match(report, /\*\*Today\*\* 2 runs, 20 tokens in, 40 out, \$0\.50 and 1 run of unknown price/);
		assert.match(report, /\| 2026-06-10 \| 2 \| 20 \| 40 \|/);
		assert.match(report, /\| a\/one at groq \| 1 \| 10 \| 20 \| \$0\.50 \|/);
		assert.match(report, /\| b\/two at novita \| 1 \| 10 \| 20 \| unknown price \|/);
		assert.match(report, /\| laptop \| 2 \|/);
	});

	it('is nothing at the beginning', async () => {
		assert.match(usageReport(await ledger().entries(), NOON), /\*\*Today\*\* 0 runs, .*\$0/);
	});
});

describe('an exported run', () => {
	const request = {
		...EXPLAIN,
		parameters: { seed: 7 },
		earlier: [{ question: { text: 'x' }, answer: 'y' }],
	};
	const run = new Run('1', EXPLAIN, NOON);
	run.started('a/one', 'groq');
	run.append('content', 'It is a.');
	run.ended({ type: 'finished', reason: 'stop' }, metrics(0.5));

	it('has all that it takes to judge it', () => {
		const value = exportedRun(run, request, 'abc') as Readonly<Record<string, unknown>>;
		assert.deepEqual(
			[value.model, value.provider, value.revisionAtExport, value.seed, value.costUsd, value.inputSha256],
			['a/one', 'groq', 'abc', 7, 0.5, inputHash(request)],
		);
		assert.match(inputHash(request), /^[0-9a-f]{64}$/);
		assert.notEqual(inputHash(request), inputHash(EXPLAIN));
		assert.equal(inputHash(request), inputHash({ ...request, model: 'b/two' }), 'the input is not the model');
	});

	it('is told by all its inputs, and by what is in a file rather than where it is', () => {
		const at = (uri: string) => ({
			...EXPLAIN,
			inputs: { question: 'Who?', image: { uri, name: 'a.png', mimeType: 'image/png' } },
		});
		const [one, other] = [at('file:///a.png'), at('file:///b/a.png')];
		assert.notEqual(inputHash(one), inputHash(EXPLAIN));
		assert.notEqual(inputHash(one), inputHash(other));
		assert.equal(inputHash(one, { image: 'abc' }), inputHash(other, { image: 'abc' }));
		assert.notEqual(inputHash(one, { image: 'abc' }), inputHash(one, { image: 'def' }));
		const asked = { ...one, inputs: { ...one.inputs, question: 'Where?' } };
		assert.notEqual(inputHash(one, { image: 'abc' }), inputHash(asked, { image: 'abc' }));
	});

	it('is replayed as it was, by the provider that served it', () => {
		const text = JSON.stringify(exportedRun(run, request, undefined));
		assert.deepEqual(readExportedRun(text), { ...request, provider: 'groq' });
	});

	for (const text of ['', '{', '{}', '{"format": "hf-workbench.run"}', '[]']) {
		it(`is not ${JSON.stringify(text)}`, () => assert.equal(readExportedRun(text), undefined));
	}
});
