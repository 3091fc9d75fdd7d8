import assert from 'node:assert/strict';
import { MessageWatch } from '../../../src/transfers/messageWatch';
import { type UploadDraft, UploadDrafts } from '../../../src/transfers/uploadDraft';
import { UploadMarks } from '../../../src/transfers/uploadMarks';
import { UploadPlaces } from '../../../src/transfers/uploadPlaces';
import { type UploadStep, UploadTurn } from '../../../src/transfers/uploadTurn';
import { MemoryMemento } from './memoryMemento';

const repo = { type: 'model', id: 'acme/model' } as const;

describe('What is kept of an upload', () => {
	const draft = (message: string, marks: UploadMarks): UploadDraft => ({ source, message, ...marks.stored });
	const source = { repo, folder: '/mine', branch: 'main', into: 'onnx' };

	it('is written only when something in it has changed, and again where that failed', async () => {
		const memento = new MemoryMemento();
		const drafts = new UploadDrafts(memento);
		const marks = new UploadMarks();
		marks.delete('old.txt', true);
		for (const message of ['', '', 'a', 'a']) {
			await drafts.set(draft(message, marks));
		}
		assert.equal(memento.writes, 2);
		marks.delete('older.txt', true);
		memento.failure = new Error('The disk is full.');
		await assert.rejects(drafts.set(draft('a', marks)));
		memento.failure = undefined;
		await drafts.set(draft('a', marks));
		await drafts.set(draft('a', marks));
		assert.equal(memento.writes, 3);
		assert.deepEqual(new UploadDrafts(memento).get(), draft('a', marks));
		await drafts.set(undefined);
		await drafts.set(undefined);
		assert.equal(memento.writes, 4);
		assert.equal(drafts.get(), undefined);
	});

	it('is where each folder went the last time, also in the next window', async () => {
		const memento = new MemoryMemento();
		const places = new UploadPlaces(memento);
		assert.deepEqual([places.of('/mine'), places.last], [undefined, undefined]);
		const mine = { repo, branch: 'dev', into: 'onnx' };
		const other = { repo: { type: 'dataset', id: 'acme/data' }, branch: 'main' } as const;
		await places.remember({ ...mine, branch: 'main', folder: '/mine' });
		await places.remember({ ...mine, folder: '/mine', only: ['a.txt'], also: ['build/'] });
		await places.remember({ ...other, folder: '/data' });
		const next = new UploadPlaces(memento);
		assert.deepEqual(
			[next.of('/mine'), next.of('/data'), next.of('/')].map(one => one && { ...one, folder: '' }),
			[{ ...mine, folder: '' }, { ...other, folder: '' }, undefined],
		);
		assert.equal(next.last?.repo.id, 'acme/data');
		for (let index = 0; index < 60; index++) {
			await places.remember({ ...other, folder: `/data/${index}` });
		}
		assert.equal(next.of('/mine'), undefined);
		await memento.update('hfWorkbench.uploadPlaces', [
			{ folder: '/a', repo, branch: 'main', into: '../up' },
			{ folder: 1, repo, branch: 'main' },
			null,
		]);
		assert.equal(next.last, undefined);
	});
});

describe('The message of an upload', () => {
	/** Milliseconds after the beginning, and what happens then. */
	type Script = Readonly<Record<number, (watch: MessageWatch) => void>>;

	/** Lets time go by; answers with when what was saved. */
	async function watched(left: string, until: number, script: (box: { value: string }) => Script, cost = 0) {
		const ending = new AbortController();
		const box = { value: 'of another upload' };
		const saved: Array<readonly [number, string]> = [];
		const failures: unknown[] = [];
		const state = { failing: false };
		let time = 0;
		const steps = Object.entries(script(box)).map(([at, act]) => [Number(at), act] as const);
		const watch = new MessageWatch({
			box,
			left,
			save: () => {
				time += cost;
				if (box.value === 'fails') {
					return Promise.reject(new Error('The disk is full.'));
				}
				saved.push([time, box.value]);
				return Promise.resolve();
			},
			failed: error => failures.push(error),
			now: () => time,
			wait: milliseconds => {
				const next = time + milliseconds;
				for (const [at, act] of steps) {
					if (at > time && at <= next) {
						act(watch);
					}
				}
				time = next;
				if (time > until) {
					ending.abort();
				}
				return Promise.resolve();
			},
		});
		await watch.run(ending.signal);
		return { value: box.value, saved, failures, state };
	}

	it('is what was left, and comes back where the editor puts its own empty one in its place', async () => {
		const { value, saved } = await watched('Better', 4_000, box => ({ 450: () => (box.value = '') }));
		assert.deepEqual([value, saved], ['Better', []]);
	});

	it('is told again to an editor whose view comes up late and empty, without a word', async () => {
		let shown = '';
		const { saved } = await watched('Better', 20_000, box => {
			let value = box.value;
			Object.defineProperty(box, 'value', {
				get: () => value,
				set: (text: string) => {
					value = text;
					shown = text;
				},
			});
			return { 9_000: () => (shown = '') };
		});
		assert.deepEqual([shown, saved], ['Better', []]);
	});

	it('stays empty once it was seen and emptied, however soon that is', async () => {
		const { value, saved } = await watched('Better', 4_000, box => ({
			250: watch => watch.shows('Better'),
			450: watch => {
				box.value = '';
				watch.shows('');
			},
		}));
		assert.deepEqual([value, saved], ['', [[500, '']]]);
	});

	it('is saved when it changes, and not more often than is cheap', async () => {
		const typed = (box: { value: string }) =>
			Object.fromEntries(
				Array.from({ length: 50 }, (_, index) => [index * 100 + 50, () => (box.value = `${index}`)]),
			);
		const cheap = await watched('', 10_000, typed);
		assert.equal(cheap.saved.length, 50);
		const dear = await watched('', 10_000, typed, 50);
		assert.ok(dear.saved.length <= 6, String(dear.saved.length));
		assert.equal(dear.saved.at(-1)?.[1], '49');
	});

	it('is saved again where that failed, which is said once', async () => {
		const { saved, failures } = await watched('', 30_000, box => ({
			50: () => (box.value = 'fails'),
			20_000: () => (box.value = 'works'),
		}));
		assert.equal(failures.length, 1);
		assert.deepEqual(
			saved.map(([, text]) => text),
			['works'],
		);
	});
});

describe('What is done with an upload', () => {
	it('is one thing at a time; another is told of, and the same again is not', async () => {
		const told: UploadStep[] = [];
		const turn = new UploadTurn(step => told.push(step));
		const done: string[] = [];
		const work = (name: string) => async () => {
			await Promise.resolve();
			done.push(name);
		};
		const first = turn.take('commit', 'sending', work('commit'));
		await turn.take('commit', 'sending', work('again'));
		await turn.take('folder', 'comparing', work('folder'));
		await first;
		assert.deepEqual([done, told], [['commit'], ['sending']]);
		assert.ok(!turn.refuses('begin'));
		const second = turn.take('begin', 'comparing', () => Promise.resolve());
		assert.deepEqual([turn.refuses('folder'), turn.refuses('begin')], [true, true]);
		await second;
		assert.deepEqual(told, ['sending', 'comparing']);
		await assert.rejects(turn.take('refresh', 'comparing', () => Promise.reject(new Error('no line'))));
		await turn.take('folder', 'comparing', work('folder'));
		assert.deepEqual(done, ['commit', 'folder']);
	});
});
