import assert from 'node:assert/strict';
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'mocha';
import type { RunRequest } from '../../../src/inference/runRequest';
import { EXPLAIN, METRICS } from './requests';
import { TestWindow } from './testWindow';

const image = (text: string) =>
	({
		kind: 'image',
		name: `${text}.png`,
		mediaType: 'image/png',
		data: Buffer.from(text.repeat(5_000)).toString('base64'),
	}) as const;
const TEXT = { kind: 'text', name: 'a.ts', languageId: 'typescript', text: 'let a;' } as const;
const ASKED: RunRequest = {
	...EXPLAIN,
	attachments: [image('one'), TEXT, image('two')],
	earlier: [{ question: { text: 'Before', attachments: [image('three')] }, answer: 'Yes.' }],
};

describe('the pictures of a question', () => {
	let window: TestWindow;

	beforeEach(async () => {
		window = await TestWindow.open();
	});
	afterEach(() => window.close());

	const path = (...names: string[]) => join(window.folder, ...names);
	/** The one run, once it is on disk as finished. */
	async function finished(request: RunRequest): Promise<{ id: string; text: string }> {
		const ending = window.runs.start(request);
		await window.inference.last.say({ type: 'delta', channel: 'content', text: 'I see.' });
		await window.inference.last.say({ type: 'finished', reason: 'stop', metrics: METRICS });
		const { id } = await ending;
		for (;;) {
			const text = await readFile(path(`${id}.json`), 'utf8').catch(() => '');
			if (text.includes('"finished"')) {
				return { id, text };
			}
			await new Promise(resolve => setTimeout(resolve, 2));
		}
	}

	it('are written once, beside the run, and are there again after a reload', async () => {
		const { id, text } = await finished(ASKED);
		assert.ok(text.length < 3_000, `${text.length} characters`);
		const names = await readdir(path('media', id));
		assert.equal(names.length, 3);
		assert.ok(names.every(name => /^asked-[0-9a-f]{64}$/.test(name)));
		if (process.platform !== 'win32') {
			assert.equal((await stat(path('media', id, names[0] ?? ''))).mode & 0o777, 0o600);
		}
		window.reload();
		await window.runs.load();
		assert.deepEqual(window.runs.all[0]?.request, ASKED);
	});

	it('are there after a reload that came before they were written', async () => {
		void window.runs.start(ASKED);
		window.reload();
		await window.runs.load();
		assert.deepEqual(window.runs.all[0]?.request, ASKED);
	});

	it('go with their run', async () => {
		const { id } = await finished(ASKED);
		await window.runs.remove(id);
		assert.deepEqual(await readdir(path('media')), []);
	});

	it('are left out where their file has gone, and the rest of the run is there', async () => {
		const { id } = await finished(ASKED);
		window.reload();
		await rm(path('media', id), { recursive: true });
		await window.runs.load();
		assert.deepEqual(window.runs.all[0]?.request.attachments, [TEXT]);
	});

	it('are read as they were written by earlier versions, within the run', async () => {
		const { id, text } = await finished(EXPLAIN);
		window.reload();
		const stored = JSON.parse(text) as object;
		await writeFile(path(`${id}.json`), JSON.stringify({ ...stored, request: ASKED }));
		await window.runs.load();
		assert.deepEqual(window.runs.all[0]?.request, ASKED);
	});

	it('are read from nowhere else, whatever the run says', async () => {
		const { id, text } = await finished(ASKED);
		window.reload();
		const other = text.replace(/asked-[0-9a-f]{64}/, `../../${id}.json`);
		assert.notEqual(other, text);
		await writeFile(path(`${id}.json`), other);
		await window.runs.load();
		assert.equal(window.runs.all[0]?.request.attachments?.length, 2);
	});
});
