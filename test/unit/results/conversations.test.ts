import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { askInstruction } from '../../../src/inference/askInstruction';
import type { RunRequest } from '../../../src/inference/runRequest';
import { addMetrics } from '../../../src/results/addMetrics';
import type { Run } from '../../../src/results/run';
import { surplus } from '../../../src/results/surplus';
import { EXPLAIN, METRICS } from './requests';
import { TestWindow } from './testWindow';

const WHY: RunRequest = {
	task: 'conversational',
	model: 'a/one',
	text: '',
	instruction: askInstruction('Why?'),
	system: 'Be brief.',
	attachments: [
		{ kind: 'text', name: 'b.ts', languageId: 'typescript', text: 'b', lines: { first: 1, last: 2 } },
		{ kind: 'image', name: 'c.png', mediaType: 'image/png', data: 'AAAA' },
	],
	schema: { name: 'reason', schema: { type: 'object' } },
	tools: [{ type: 'function', function: { name: 'look' } }],
};

describe('conversations', () => {
	let window: TestWindow;

	beforeEach(async () => {
		window = await TestWindow.open();
	});

	afterEach(() => window.close());

	/** Runs to the end, with `answer` as its answer. */
	async function turn(request: RunRequest, answer: string, parent?: Run): Promise<Run> {
		const ending = window.runs.start(request, parent && { parent: parent.id });
		await window.inference.last.say({ type: 'delta', channel: 'content', text: answer });
		await window.inference.last.say({ type: 'finished', reason: 'stop', metrics: METRICS });
		await ending;
		const [run] = window.runs.all;
		assert.ok(run);
		return run;
	}

	it('tell the model what was said before, along the branch that is gone on with', async () => {
		const first = await turn(EXPLAIN, 'It is a.');
		const second = await turn(WHY, 'Because.', first);
		await turn(WHY, 'No reason.', first);
		void window.runs.start(WHY, { parent: second.id });
		const { text, instruction, source } = EXPLAIN;
		assert.deepEqual(window.inference.last.request.earlier, [
			{ question: { text, instruction, source }, answer: 'It is a.' },
			{
				question: { text: '', instruction: WHY.instruction, attachments: WHY.attachments },
				answer: 'Because.',
			},
		]);
		assert.deepEqual(
			window.runs.conversation(second).map(({ id }) => id),
			[first.id, second.id],
		);
		assert.equal(window.runs.all[0]?.request.earlier, undefined, 'each answer is kept once');
	});

	it('are there after a reload as they were', async () => {
		const first = await turn(EXPLAIN, 'It is a.');
		await turn(WHY, 'Because.', first);
		const before = window.runs.views();
		window.reload();
		await window.runs.load();
		assert.deepEqual(window.runs.views(), before);
		assert.equal(window.runs.views()[0]?.parent, first.id);
		assert.deepEqual(window.runs.all[0]?.request, WHY);
	});

	it('go on with an answer that broke off, in its place', async () => {
		const ending = window.runs.start(EXPLAIN);
		await window.inference.last.say({ type: 'delta', channel: 'content', text: 'It is ' });
		window.runs.stop(window.runs.selected?.id ?? '');
		assert.equal((await ending).state, 'stopped');
		const [run] = window.runs.all;
		assert.ok(run);
		const rest = window.runs.goOn(run);
		assert.equal(window.inference.last.request.answered, 'It is ');
		assert.equal(run.isRunning, true);
		await window.inference.last.say({ type: 'delta', channel: 'content', text: 'a.' });
		await window.inference.last.say({ type: 'finished', reason: 'stop', metrics: METRICS });
		const { state, output, metrics } = await rest;
		assert.equal(state, 'finished');
		assert.deepEqual(output, { kind: 'chat', content: 'It is a.', reasoning: '' });
		assert.equal(metrics?.durationMs, 6);
		assert.equal(window.runs.all.length, 1);
	});

	it('can be gone on with after a reload, too', async () => {
		void window.runs.start(EXPLAIN);
		await window.saved(1);
		await window.inference.last.say({ type: 'delta', channel: 'reasoning', text: 'Hm' });
		await window.inference.last.say({ type: 'delta', channel: 'content', text: 'It is ' });
		window.reload();
		await window.runs.load();
		const [run] = window.runs.all;
		assert.ok(run);
		const rest = window.runs.goOn(run);
		await window.inference.last.say({ type: 'delta', channel: 'content', text: 'a.' });
		await window.inference.last.say({ type: 'finished', reason: 'stop', metrics: METRICS });
		assert.deepEqual((await rest).output, { kind: 'chat', content: 'It is a.', reasoning: 'Hm' });
	});

	it('show the tools that were asked for', async () => {
		const ending = window.runs.start(EXPLAIN);
		const calls = [{ id: '1', name: 'look', arguments: '{}' }];
		await window.inference.last.say({ type: 'toolCalls', calls });
		const output = { kind: 'chat', content: '', reasoning: '', toolCalls: calls } as const;
		assert.deepEqual(window.events.at(-1), {
			type: 'change',
			id: window.runs.selected?.id,
			change: { output },
		});
		await window.inference.last.say({ type: 'finished', reason: 'toolCalls', metrics: METRICS });
		assert.deepEqual((await ending).output, output);
		window.reload();
		await window.runs.load();
		assert.deepEqual(window.runs.all[0]?.output, output);
	});

	it('lose with a question what was asked after it, and nothing else', async () => {
		const first = await turn(EXPLAIN, 'It is a.');
		const second = await turn(WHY, 'Because.', first);
		await turn(WHY, 'So.', second);
		const other = await turn(WHY, 'No reason.', first);
		assert.equal(window.runs.after(second.id).length, 1);
		await window.runs.remove(second.id);
		assert.deepEqual(
			window.runs.all.map(({ id }) => id),
			[other.id, first.id],
		);
		await window.saved(2);
	});
});

describe('what is compared', () => {
	let window: TestWindow;

	beforeEach(async () => {
		window = await TestWindow.open();
	});

	afterEach(() => window.close());

	it('is one entry with what came after it; without one of its runs, another of them is looked at', async () => {
		void window.runs.start({ ...EXPLAIN, text: 'before' });
		void window.runs.start(EXPLAIN, { group: 'g' });
		void window.runs.start(EXPLAIN, { group: 'g' });
		const [second, first, before] = window.runs.all;
		assert.ok(second && first && before);
		void window.runs.start(WHY, { parent: first.id });
		const more = window.runs.selected;
		assert.ok(more);
		assert.deepEqual(
			window.runs.together(second).map(({ id }) => id),
			[more.id, second.id, first.id],
		);
		assert.deepEqual(window.runs.together(before), [before]);
		window.runs.lookAt(second.id);
		void window.runs.start(EXPLAIN, { group: 'g' });
		await window.runs.remove(window.runs.selected?.id ?? '');
		assert.equal(window.runs.selected?.id, second.id, 'what it was compared with, not what came after that');
		window.runs.lookAt(more.id);
		await window.runs.remove(more.id);
		assert.equal(window.runs.selected?.id, first.id, 'what it came after');
		await window.runs.remove(first.id);
		assert.equal(window.runs.selected?.id, second.id, 'what it was compared with');
		assert.deepEqual(window.events.slice(-2), [
			{ type: 'select', id: second.id },
			{ type: 'remove', id: first.id },
		]);
		await window.runs.remove(second.id);
		assert.equal(window.runs.selected?.id, before.id);
	});
});

describe('surplus', () => {
	const run = (id: string, startedAt: number, parent?: string, isRunning = false) => ({
		id,
		startedAt,
		isRunning,
		...(parent !== undefined && { parent }),
	});

	it('drops the conversations that were talked in longest ago, whole', () => {
		const runs = [run('old', 1), run('lately', 9, 'old'), run('b', 2), run('c', 3), run('c2', 4, 'c')];
		assert.deepEqual(surplus(runs, 5), []);
		assert.deepEqual(surplus(runs, 4), ['b']);
		assert.deepEqual(surplus(runs, 3), ['c', 'b']);
	});

	it('keeps the newest conversation, and those in which a run goes on', () => {
		assert.deepEqual(surplus([run('a', 1), run('b', 5), run('b2', 6, 'b')], 1), ['a']);
		assert.deepEqual(surplus([run('a', 1, undefined, true), run('b', 5)], 1), []);
	});
});

describe('addMetrics', () => {
	it('adds what both parts took', () => {
		const usage = { promptTokens: 2, completionTokens: 3 };
		assert.deepEqual(
			addMetrics(
				{ durationMs: 10, firstTokenMs: 1, tokensPerSecond: 5, usage, cost: 1 },
				{ durationMs: 20, firstTokenMs: 9, tokensPerSecond: 7, usage, cost: 2 },
			),
			{
				durationMs: 30,
				firstTokenMs: 1,
				tokensPerSecond: 7,
				usage: { promptTokens: 4, completionTokens: 6 },
				cost: 3,
			},
		);
	});

	it('does not give the part that is known for the whole', () => {
		assert.deepEqual(
			addMetrics(
				{ durationMs: 10 },
				{ durationMs: 20, firstTokenMs: 9, usage: { promptTokens: 2, completionTokens: 3 }, cost: 2 },
			),
			{ durationMs: 30, firstTokenMs: 9 },
		);
	});
});
