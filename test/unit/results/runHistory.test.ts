import assert from 'node:assert/strict';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { EXPLAIN, METRICS } from './requests';
import { TestWindow } from './testWindow';

describe('the history of runs', () => {
	let window: TestWindow;

	beforeEach(async () => {
		window = await TestWindow.open();
	});

	afterEach(() => window.close());

	it('is there after a reload as it was', async () => {
		const ending = window.runs.start(EXPLAIN);
		await window.inference.last.say({ type: 'started', model: 'a/one', provider: 'groq' });
		await window.inference.last.say({ type: 'delta', channel: 'content', text: 'It is a.' });
		await window.inference.last.say({ type: 'finished', reason: 'length', metrics: METRICS });
		await ending;
		void window.runs.start({ ...EXPLAIN, task: 'token-classification' });
		const spans = [{ label: 'PER', score: 0.5, start: 0, end: 3 }];
		await window.inference.last.say({ type: 'output', output: { kind: 'spans', text: 'let a;', spans } });
		await window.inference.last.say({
			type: 'failed',
			problem: { code: 'server', status: 500 },
			metrics: METRICS,
		});
		const before = window.runs.views();
		const requests = window.runs.all.map(({ request }) => request);
		window.reload();
		await window.runs.load();
		assert.deepEqual(window.runs.views(), before);
		assert.deepEqual(
			window.runs.all.map(({ request }) => request),
			requests,
		);
		assert.deepEqual(window.problems, []);
	});

	it('says interrupted of a run that went on, with all that had arrived', async () => {
		void window.runs.start(EXPLAIN);
		const { signal } = window.inference.last;
		await window.saved(1);
		await window.inference.last.say({ type: 'delta', channel: 'reasoning', text: 'Hmm' });
		await window.inference.last.say({ type: 'delta', channel: 'content', text: 'Half an ans' });
		window.reload();
		await window.runs.load();
		assert.equal(signal.aborted, true);
		const [run] = window.runs.all;
		assert.deepEqual(run?.state, { type: 'failed', problem: { code: 'interrupted' } });
		assert.deepEqual(run.output, { kind: 'chat', content: 'Half an ans', reasoning: 'Hmm' });
	});

	it('says interrupted even if the window had no time to say so', async () => {
		void window.runs.start(EXPLAIN);
		await window.saved(1);
		window.crash();
		await window.runs.load();
		assert.deepEqual(window.runs.all[0]?.state, { type: 'failed', problem: { code: 'interrupted' } });
	});

	it('comes after the runs that have been started meanwhile', async () => {
		void window.runs.start({ ...EXPLAIN, text: 'earlier' });
		await window.saved(1);
		window.reload();
		void window.runs.start({ ...EXPLAIN, text: 'now' });
		await window.runs.load();
		assert.deepEqual(
			window.runs.all.map(({ request }) => request.text),
			['now', 'earlier'],
		);
	});

	it('leaves broken files alone', async () => {
		void window.runs.start(EXPLAIN);
		const [name = ''] = await window.saved(1);
		await writeFile(join(window.folder, 'broken.json'), '{"version":1,');
		await writeFile(join(window.folder, 'other.json'), await readFile(join(window.folder, name)));
		window.reload();
		await window.runs.load();
		assert.equal(window.runs.all.length, 1);
		assert.equal((await readdir(window.folder)).length, 3);
	});

	it('is for nobody else’s eyes', async function () {
		if (process.platform === 'win32') {
			this.skip();
		}
		void window.runs.start(EXPLAIN);
		const [name = ''] = await window.saved(1);
		const mode = async (path: string) => (await stat(path)).mode & 0o777;
		assert.equal(await mode(join(window.folder, name)), 0o600);
		assert.equal(await mode(window.folder), 0o700);
	});

	it('says once that it cannot be saved, and the runs go on', async () => {
		await writeFile(window.folder, 'a file where the folder should be');
		await window.runs.load();
		for (let i = 0; i < 3; i++) {
			const ending = window.runs.start(EXPLAIN);
			await window.inference.last.say({ type: 'delta', channel: 'content', text: 'x' });
			await window.inference.last.say({ type: 'finished', reason: 'stop', metrics: METRICS });
			assert.equal((await ending).state, 'finished');
		}
		await window.runs.remove(window.runs.all[0]?.id ?? '');
		assert.deepEqual(window.problems, [{ code: 'disk.permission', path: window.folder }]);
		assert.equal(window.runs.all.length, 2);
	});
});
