import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { afterEach, beforeEach, describe, it } from 'mocha';
import type { FinishedRun } from '../../../src/api';
import { EXPLAIN, METRICS } from './requests';
import type { ScriptedInference } from './scriptedInference';
import { TestWindow } from './testWindow';

describe('the window’s runs', () => {
	let window: TestWindow;

	beforeEach(async () => {
		window = await TestWindow.open();
	});

	afterEach(() => window.close());

	it('shows a run before anything has come', () => {
		void window.runs.start(EXPLAIN);
		const [view] = window.runs.views();
		assert.deepEqual(view, {
			id: view?.id,
			task: 'conversational',
			title: 'Explain',
			model: 'a/one',
			input: 'let a;',
			prompt: 'Explain it.',
			settings: {},
			source: { fileName: 'a.ts', languageId: 'typescript', firstLine: 1, lastLine: 1 },
			startedAt: 1001,
			state: { type: 'running' },
			canInsert: true,
			canReplace: true,
		});
		assert.deepEqual(window.events, [
			{ type: 'run', run: view },
			{ type: 'select', id: view?.id },
		]);
		assert.equal(window.runs.running.length, 1);
	});

	it('tells what happens in its order, and resolves with the finished run', async () => {
		const ending = window.runs.start(EXPLAIN);
		const id = window.runs.selected?.id ?? '';
		window.events.length = 0;
		await window.inference.last.say({ type: 'waiting', waiting: { why: 'loading', until: 5 } });
		await window.inference.last.say({ type: 'started', model: 'a/one', provider: 'groq' });
		await window.inference.last.say({ type: 'waiting', waiting: undefined });
		await window.inference.last.say({ type: 'delta', channel: 'reasoning', text: 'Hmm' });
		await window.inference.last.say({ type: 'delta', channel: 'content', text: 'It is ' });
		await window.inference.last.say({ type: 'delta', channel: 'content', text: 'a.' });
		const output = { kind: 'chat', content: 'It is a.', reasoning: 'Hmm' } as const;
		await window.inference.last.say({ type: 'output', output });
		await window.inference.last.say({ type: 'finished', reason: 'stop', metrics: METRICS });
		assert.deepEqual(window.events, [
			{ type: 'change', id, change: { state: { type: 'running', waiting: { why: 'loading', until: 5 } } } },
			{ type: 'change', id, change: { model: 'a/one', provider: 'groq' } },
			{ type: 'change', id, change: { state: { type: 'running' } } },
			{ type: 'delta', id, channel: 'reasoning', text: 'Hmm' },
			{ type: 'delta', id, channel: 'content', text: 'It is ' },
			{ type: 'delta', id, channel: 'content', text: 'a.' },
			{ type: 'change', id, change: { state: { type: 'finished', reason: 'stop' }, metrics: METRICS } },
		]);
		const expected: FinishedRun = {
			id,
			task: 'conversational',
			model: 'a/one',
			provider: 'groq',
			state: 'finished',
			output,
			metrics: METRICS,
		};
		assert.deepEqual(await ending, expected);
		assert.deepEqual(window.finished, [expected]);
	});

	it('tells an output that no delta brought, or that is other than they said', async () => {
		void window.runs.start({ ...EXPLAIN, task: 'text-classification' });
		const id = window.runs.selected?.id ?? '';
		const output = { kind: 'labels', labels: [{ label: 'GOOD', score: 1 }] } as const;
		await window.inference.last.say({ type: 'output', output });
		assert.deepEqual(window.events.at(-1), { type: 'change', id, change: { output } });
		assert.equal(window.runs.views()[0]?.canReplace, false);

		void window.runs.start(EXPLAIN);
		await window.inference.last.say({ type: 'delta', channel: 'content', text: 'Yes' });
		const longer = { kind: 'chat', content: 'Yes.', reasoning: '' } as const;
		await window.inference.last.say({ type: 'output', output: longer });
		assert.deepEqual(window.events.at(-1), {
			type: 'change',
			id: window.runs.selected?.id,
			change: { output: longer },
		});

		const wiser = { kind: 'chat', content: 'Yes', reasoning: 'Hmm' } as const;
		await window.inference.last.say({ type: 'output', output: wiser });
		assert.deepEqual(window.events.at(-1), {
			type: 'change',
			id: window.runs.selected?.id,
			change: { output: wiser },
		});
	});

	it('words a problem and keeps what has arrived', async () => {
		const ending = window.runs.start(EXPLAIN);
		await window.inference.last.say({ type: 'delta', channel: 'content', text: 'It' });
		await window.inference.last.say({ type: 'failed', problem: { code: 'stream.cut' }, metrics: METRICS });
		const { state, problem, output } = await ending;
		assert.deepEqual([state, problem], ['failed', 'stream.cut']);
		assert.deepEqual(output, { kind: 'chat', content: 'It', reasoning: '' });
		const [view] = window.runs.views();
		assert.equal(view?.state.type, 'failed');
		assert.ok(view.state.type === 'failed' && view.state.problem.title === 'The answer was cut off.');
		assert.ok(view.state.problem.remedies.includes('Run Again'));
		assert.deepEqual(view.output, output);
	});

	for (const [name, end] of [
		['a stream that breaks', (one: ScriptedInference) => one.last.break(new Error('Ouch'))],
		['a stream that ends without a word', (one: ScriptedInference) => one.last.close()],
	] as const) {
		it(`is failed, not finished, after ${name}`, async () => {
			const ending = window.runs.start(EXPLAIN);
			await end(window.inference);
			const { state, problem } = await ending;
			assert.deepEqual([state, problem], ['failed', 'unexpected']);
		});
	}

	describe('of a job that the provider had not confirmed when the run was stopped', () => {
		const stopped = async (job: 'unconfirmed' | 'noCancelling') => {
			const ending = window.runs.start({ ...EXPLAIN, task: 'text-to-image' });
			const problem = { code: 'cancelled', job } as const;
			await window.inference.last.say({ type: 'failed', problem, metrics: METRICS });
			assert.equal((await ending).state, 'stopped');
			window.events.length = 0;
			return window.runs.selected ?? assert.fail();
		};

		for (const [job, state] of [
			['cancelled', { type: 'stopped', job: 'cancelled' }],
			['notCancelled', { type: 'stopped', job: 'notCancelled' }],
			[undefined, { type: 'stopped' }],
		] as const) {
			it(`tells and keeps what became of it: ${job ?? 'it was never taken on'}`, async () => {
				const { id } = await stopped('unconfirmed');
				window.inference.last.leftJob(job);
				assert.deepEqual(window.events, [{ type: 'change', id, change: { state } }]);
				window.reload();
				await window.runs.load();
				assert.deepEqual(window.runs.get(id)?.state, state);
			});
		}

		it('says nothing of a run that is gone, nor in a window that goes away', async () => {
			const { id } = await stopped('unconfirmed');
			const { last } = window.inference;
			await window.runs.remove(id);
			window.events.length = 0;
			last.leftJob('cancelled');
			assert.deepEqual(window.events, []);
			const other = await stopped('unconfirmed');
			const { state } = other;
			window.runs.dispose();
			window.inference.last.leftJob('cancelled');
			assert.deepEqual(other.state, state);
		});

		it('leaves alone what was known before', async () => {
			const run = await stopped('noCancelling');
			window.inference.last.leftJob('cancelled');
			assert.deepEqual([run.state, window.events], [{ type: 'stopped', job: 'noCancelling' }, []]);
		});
	});

	it('is stopped, not failed, after a stream that breaks because it was aborted', async () => {
		const ending = window.runs.start(EXPLAIN);
		await window.inference.last.break(new DOMException('Aborted', 'AbortError'));
		assert.equal((await ending).state, 'stopped');
	});

	it('stops one run by closing its connection, and leaves the others alone', async () => {
		const first = window.runs.start(EXPLAIN);
		const [scripted] = window.inference.runs;
		const second = window.runs.start(EXPLAIN);
		await scripted?.say({ type: 'delta', channel: 'content', text: 'Half' });
		window.runs.stop(window.runs.all[1]?.id ?? '');
		const stopped = await first;
		assert.equal(scripted?.signal.aborted, true);
		assert.equal(stopped.state, 'stopped');
		assert.equal(stopped.problem, undefined);
		assert.deepEqual(stopped.output, { kind: 'chat', content: 'Half', reasoning: '' });
		assert.equal(window.inference.last.signal.aborted, false);
		assert.deepEqual(
			window.runs.running.map(({ id }) => id),
			[window.runs.all[0]?.id],
		);
		await window.inference.last.say({ type: 'finished', reason: 'stop', metrics: METRICS });
		assert.equal((await second).state, 'finished');
	});

	it('knows what is said before a run that is yet to be started', async () => {
		const ending = window.runs.start(EXPLAIN);
		const parent = window.runs.selected?.id ?? '';
		await window.inference.last.say({
			type: 'output',
			output: { kind: 'chat', content: 'It is a.', reasoning: '' },
		});
		await window.inference.last.say({ type: 'finished', reason: 'stop', metrics: METRICS });
		await ending;
		const request = { ...EXPLAIN, text: 'Why?' };
		const { earlier } = window.runs.wholeAt(request, { parent });
		assert.deepEqual(
			earlier?.map(({ question, answer }) => [question.text, answer]),
			[['let a;', 'It is a.']],
		);
		void window.runs.start(request, { parent });
		assert.deepEqual(window.inference.last.request.earlier, earlier);
		for (const place of [undefined, {}, { parent: 'gone' }]) {
			assert.equal(window.runs.wholeAt(request, place), request);
		}
	});

	it('follows sixteen runs at once without mixing them up', async () => {
		const endings = Array.from({ length: 16 }, (_, i) => window.runs.start({ ...EXPLAIN, text: `${i}` }));
		for (const word of ['a', 'b', 'c']) {
			await Promise.all(
				window.inference.runs.map(one =>
					one.say({ type: 'delta', channel: 'content', text: one.request.text + word }),
				),
			);
		}
		await Promise.all(
			window.inference.runs.map(one => one.say({ type: 'finished', reason: 'stop', metrics: METRICS })),
		);
		const outputs = (await Promise.all(endings)).map(({ output }) => output);
		assert.deepEqual(
			outputs,
			outputs.map((_, i) => ({ kind: 'chat', content: `${i}a${i}b${i}c`, reasoning: '' })),
		);
	});

	it('shows the newest first and looks at it, unless the user looks at another', () => {
		void window.runs.start(EXPLAIN);
		void window.runs.start(EXPLAIN);
		assert.equal(window.runs.selected, window.runs.all[0]);
		assert.ok((window.runs.all[0]?.startedAt ?? 0) > (window.runs.all[1]?.startedAt ?? 0));
		window.runs.lookAt(window.runs.all[1]?.id ?? '');
		assert.equal(window.runs.selected, window.runs.all[1]);
		window.runs.lookAt('gone');
		assert.equal(window.runs.selected, window.runs.all[1]);
	});

	it('keeps fifty, but never drops one that goes on', async () => {
		void window.runs.start({ ...EXPLAIN, text: 'goes on' });
		for (let i = 0; i < 52; i++) {
			const ending = window.runs.start(EXPLAIN);
			await window.inference.last.say({ type: 'finished', reason: 'stop', metrics: METRICS });
			await ending;
		}
		assert.equal(window.runs.all.at(-1)?.request.text, 'goes on');
		assert.equal(window.runs.all.length, 51);
		await window.saved(51);
	});

	it('removes a run for good, also one that goes on', async () => {
		const ending = window.runs.start(EXPLAIN);
		const id = window.runs.selected?.id ?? '';
		await window.saved(1);
		await window.inference.last.say({ type: 'delta', channel: 'content', text: 'x' });
		await window.runs.remove(id);
		assert.equal((await ending).state, 'stopped');
		assert.deepEqual(window.events.at(-1), { type: 'remove', id });
		assert.deepEqual(window.runs.all, []);
		assert.deepEqual(await readdir(window.folder), []);
	});
});
