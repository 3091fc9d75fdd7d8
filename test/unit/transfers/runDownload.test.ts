import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat, symlink, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import type { Download } from '../../../src/hub/transfers/download';
import { Downloads } from '../../../src/hub/transfers/downloads';
import { runDownload } from '../../../src/hub/transfers/runDownload';
import { readProblem } from '../../../src/ui/readProblem';
import type { RepoRef } from '../../../src/shared/repoType';
import { problemOf } from '../../../src/util/problemOf';
import { checkCache } from './checkCache';
import { forever, transferPlace } from './transferPlace';

const nothing = () => undefined;
const bytes = (length: number, seed: number) =>
	Uint8Array.from({ length }, (_, i) => (Math.imul(i + seed, 2654435761) >>> 13) & 255);

describe('A download', function () {
	this.timeout(30_000);
	const place = transferPlace();
	const repo: RepoRef = { type: 'model', id: 'acme/weights' };
	const expected = (ref: RepoRef = repo, revision = 'main') =>
		new Map(
			[...place.hub.files(ref.type, ref.id, revision)].map(([file, content]) => [file, Buffer.from(content)]),
		);
	const run = (download: Download, signal = forever) => runDownload(place.deps, download, signal, nothing);
	const codeOf = async (work: Promise<unknown>) => {
		const error: unknown = await work.then(
			() => undefined,
			(reason: unknown) => reason,
		);
		return problemOf(error).code;
	};
	const sameContents = (
		actual: ReadonlyMap<string, Buffer> | undefined,
		wanted: ReadonlyMap<string, Buffer>,
	) => {
		assert.deepEqual([...(actual ?? new Map()).keys()].sort(), [...wanted.keys()].sort());
		for (const [file, content] of wanted) {
			assert.ok(actual?.get(file)?.equals(content), file);
		}
	};

	it('fills the cache as the other tools do, and asks for nothing twice', async () => {
		place.hub.commit('model', repo.id, [
			{ path: 'README.md', content: '# Weights\n' },
			{ path: 'empty', content: '' },
			{ path: 'onnx/model.bin', content: bytes(3_000_000, 1) },
			{ path: 'onnx/same.bin', content: bytes(3_000_000, 1) },
			{ path: 'a b/ü#?.txt', content: 'odd names' },
		]);
		const seen: number[] = [];
		const plan = await place.plan(repo);
		await runDownload(place.deps, plan, forever, progress => seen.push(progress.bytes));
		const root = path.join(place.folder, 'hub');
		const found = await checkCache(root);
		sameContents(found.get(`models--acme--weights/${plan.commit}`), expected());
		assert.equal(await readFile(path.join(root, 'models--acme--weights/refs/main'), 'utf8'), plan.commit);
		assert.equal(seen.at(-1), 6_000_019);
		assert.deepEqual(
			[...seen].sort((a, b) => a - b),
			seen,
			'progress never goes back',
		);
		place.hub.traffic.clear();
		await run(plan);
		assert.equal(place.hub.traffic.requests.length, 0);
	});

	it('shares what two revisions have in common, also of a pull request', async () => {
		place.hub.commit('model', repo.id, [
			{ path: 'a.bin', content: bytes(400_000, 1) },
			{ path: 'b.bin', content: bytes(400_000, 2) },
		]);
		const before = await place.plan(repo);
		await run(before);
		place.hub.commit('model', repo.id, [
			{ path: 'a.bin', content: bytes(400_000, 1) },
			{ path: 'b.bin', content: bytes(400_000, 3) },
		]);
		place.hub.traffic.clear();
		const after = await place.plan(repo);
		await run(after);
		const fetched = place.hub.traffic.requests.filter(({ host }) => host === 'storage');
		assert.equal(fetched.length, 1);
		const pull: RepoRef = { type: 'model', id: 'gpt2' };
		await run(await place.plan(pull, 'refs/pr/1'));
		const found = await checkCache(path.join(place.folder, 'hub'));
		assert.equal(found.size, 3);
		const ref = path.join(place.folder, 'hub', 'models--gpt2/refs/refs/pr/1');
		assert.match(await readFile(ref, 'utf8'), /^[0-9a-f]{40}$/);
	});

	it('fills a folder of one’s own, with the notes of the command line, and keeps what it has', async () => {
		const target = { kind: 'folder', path: path.join(place.folder, 'mine') } as const;
		const data: RepoRef = { type: 'dataset', id: 'rajpurkar/squad' };
		const plan = await place.plan(data, 'main', target);
		await run(plan);
		const wanted = expected(data);
		for (const [file, content] of wanted) {
			assert.ok((await readFile(path.join(target.path, file))).equals(content));
		}
		const note = await readFile(
			path.join(target.path, '.cache/huggingface/download/data/train.jsonl.metadata'),
			'utf8',
		);
		assert.match(note, new RegExp(`^${plan.commit}\n[0-9a-f]{40}\n\\d+(?:\\.\\d+)?\n$`));
		place.hub.traffic.clear();
		await run(plan);
		assert.equal(place.hub.traffic.requests.length, 0);
		const left = await readdir(path.join(target.path, '.cache/huggingface/download'), { recursive: true });
		assert.deepEqual(
			left.filter(name => name.endsWith('.incomplete')),
			[],
		);
	});

	it('is the same bytes after two hundred broken lines', async function () {
		this.timeout(120_000);
		const content = bytes(200_000, 9);
		let broken = 0;
		place.hub.commit('model', repo.id, [{ path: 'w.bin', content }]);
		const plan = await place.plan(repo);
		await fc.assert(
			fc.asyncProperty(fc.array(fc.nat(content.length), { minLength: 8, maxLength: 12 }), async cuts => {
				broken += cuts.length;
				await rm(path.join(place.folder, 'hub'), { recursive: true, force: true });
				// Each later than the one before: a line that breaks time and again without bringing anything is given up.
				for (const cut of cuts) {
					place.hub.faults.next({ host: 'storage' }, { kind: 'cutBody', bytes: cut });
				}
				await run(plan);
				place.hub.faults.clear();
				const found = await checkCache(path.join(place.folder, 'hub'));
				sameContents(found.get(`models--acme--weights/${plan.commit}`), expected());
			}),
			{ numRuns: 25 },
		);
		assert.ok(broken >= 200);
	});

	it('brings a long file by a line of its own, and goes on with it where that broke', async () => {
		const content = randomBytes(20_000_000);
		place.hub.commit('model', repo.id, [{ path: 'long.bin', content }]);
		const plan = await place.plan(repo);
		place.hub.faults.next({ host: 'storage' }, { kind: 'cutBody', bytes: 2_000_000 });
		place.hub.traffic.clear();
		const seen: number[] = [];
		await runDownload(place.deps, plan, forever, progress => seen.push(progress.bytes));
		const found = await checkCache(path.join(place.folder, 'hub'));
		sameContents(found.get(`models--acme--weights/${plan.commit}`), expected());
		assert.equal(seen.at(-1), content.length);
		const [first, second] = place.hub.traffic.requests.filter(({ host }) => host === 'storage');
		assert.equal(first?.headers.range, undefined);
		assert.match(second?.headers.range ?? '', /^bytes=[1-9]\d*-$/);
	});

	it('goes on where it was stopped, with the bytes that it has', async () => {
		place.hub.commit('model', repo.id, [{ path: 'w.bin', content: bytes(3_000_000, 4) }]);
		const plan = await place.plan(repo);
		place.hub.faults.next({ host: 'storage' }, { kind: 'cutBody', bytes: 2_000_000 });
		place.hub.faults.next({ host: 'storage' }, { kind: 'status', name: 'notFound' });
		assert.equal(await codeOf(run(plan)), 'server');
		const root = path.join(place.folder, 'hub');
		await checkCache(root, { incomplete: true });
		const [incomplete = ''] = await readdir(path.join(root, 'models--acme--weights/blobs'));
		assert.match(incomplete, /^[0-9a-f]{64}\.incomplete$/);
		const { size } = await stat(path.join(root, 'models--acme--weights/blobs', incomplete));
		place.hub.traffic.clear();
		await run(plan);
		const ranges = place.hub.traffic.requests.map(({ headers }) => headers.range);
		assert.deepEqual(ranges, [`bytes=${size}-`, `bytes=${size}-`]);
		await checkCache(root);
	});

	it('throws away what another file has left under its name, and says when all comes damaged', async () => {
		place.hub.commit('model', repo.id, [{ path: 'w.bin', content: bytes(500_000, 5) }]);
		const plan = await place.plan(repo);
		const blobs = path.join(place.folder, 'hub/models--acme--weights/blobs');
		await mkdir(blobs, { recursive: true });
		await writeFile(path.join(blobs, `${plan.files[0]?.tag}.incomplete`), 'not the beginning');
		await run(plan);
		await checkCache(path.join(place.folder, 'hub'));
		const target = { kind: 'folder', path: path.join(place.folder, 'mine') } as const;
		const wrong = { ...plan, target, files: plan.files.map(file => ({ ...file, tag: '0'.repeat(64) })) };
		assert.equal(await codeOf(run(wrong)), 'protocol');
	});

	it('begins anew where another program has written to the file meanwhile', async () => {
		const size = 500_000;
		place.hub.commit('model', repo.id, [{ path: 'w.bin', content: bytes(size, 5) }]);
		const plan = await place.plan(repo);
		const root = path.join(place.folder, 'hub');
		const incomplete = path.join(root, 'models--acme--weights/blobs', `${plan.files[0]?.tag}.incomplete`);
		let writes = 0;
		place.hub.traffic.clear();
		await runDownload(place.deps, plan, forever, progress => {
			// As the Python library appends to a file of this name, which is its own as much as ours.
			if (progress.bytes === size && writes++ === 0) {
				appendFileSync(incomplete, bytes(size + 1, 9));
			}
		});
		sameContents((await checkCache(root)).get(`models--acme--weights/${plan.commit}`), expected());
		assert.equal(place.hub.traffic.requests.filter(({ host }) => host === 'storage').length, 2);
	});

	it('is stopped at once while what is there is looked through', async () => {
		const file = path.join(place.folder, 'long.incomplete');
		await writeFile(file, '');
		// Zeros that no disk has to hold, and that take minutes to be hashed.
		await truncate(file, 200e9);
		const stop = new AbortController();
		const opening = place.deps.thread.openFile(file, 300e9, 'sha256', stop.signal);
		// Answered in its turn: by then, the other one has begun.
		await place.deps.thread.inspect(place.folder, [], forever);
		stop.abort();
		await assert.rejects(opening, { name: 'AbortError' });
	});

	it('leaves a branch’s name where a newer download has put it', async () => {
		const root = path.join(place.folder, 'hub');
		const downloads = new Downloads({
			...place.deps,
			folder: path.join(place.folder, 'downloads'),
			randomId: randomUUID,
			now: Date.now,
			process: 1,
			machine: 'this one',
			isAlive: () => true,
			readProblem,
		});
		const ended = (id: string) =>
			new Promise<void>(resolve => {
				const listener = downloads.onDidChange(() => {
					const { state } = downloads.jobs.find(job => job.id === id) ?? {};
					if (state && state.type !== 'running') {
						listener.dispose();
						resolve();
					}
				});
			});
		const ref = () => readFile(path.join(root, 'models--acme--weights/refs/main'), 'utf8');
		const commits: string[] = [];
		const ids: string[] = [];
		try {
			for (const content of ['a', 'b', 'c']) {
				place.hub.commit('model', repo.id, [{ path: 'w.txt', content }]);
				const plan = await place.plan(repo);
				commits.push(plan.commit);
				// The first two do not come to their end.
				if (content !== 'c') {
					place.hub.faults.next({ path: /\/resolve\// }, { kind: 'status', name: 'notFound' });
				}
				const id = await downloads.start(plan);
				ids.push(id);
				await ended(id);
			}
			const [first = '', second = '', third = ''] = ids;
			assert.equal(await ref(), commits[2]);
			await downloads.resume(first);
			await ended(first);
			assert.deepEqual([downloads.jobs.at(-1)?.state.type, await ref()], ['finished', commits[2]]);
			await downloads.remove(third);
			await rm(path.join(root, 'models--acme--weights/refs/main'));
			await writeFile(path.join(root, 'models--acme--weights/refs/main'), commits[0] ?? '');
			await downloads.resume(second);
			await ended(second);
			assert.equal(await ref(), commits[1]);
		} finally {
			downloads.dispose();
		}
	});

	it('is cancelled without an error, and leaves nothing running', async () => {
		place.hub.commit('model', repo.id, [{ path: 'w.bin', content: bytes(3_000_000, 6) }]);
		const plan = await place.plan(repo);
		place.hub.faults.next({ host: 'storage' }, { kind: 'stallBody' });
		const controller = new AbortController();
		const work = codeOf(
			runDownload(place.deps, plan, controller.signal, progress => {
				if (progress.bytes > 1_000_000) {
					controller.abort();
				}
			}),
		);
		assert.equal(await work, 'cancelled');
		await place.hub.traffic.until(({ openRequests }) => openRequests === 0);
		await checkCache(path.join(place.folder, 'hub'), { incomplete: true });
		await run(plan);
		await checkCache(path.join(place.folder, 'hub'));
	});

	it('never leaves its folder, by name or by a link that is in the way', async () => {
		const target = { kind: 'folder', path: path.join(place.folder, 'mine') } as const;
		const plan = await place.plan({ type: 'dataset', id: 'rajpurkar/squad' }, 'main', target);
		const [first] = plan.files;
		assert.ok(first);
		for (const name of [
			'../out.txt',
			'/out.txt',
			'a/../../out.txt',
			'C:out.txt',
			'a\\..\\out.txt',
			'a//b',
			'.',
		]) {
			assert.equal(
				await codeOf(run({ ...plan, files: [{ ...first, path: name }] })),
				'file.unsafeName',
				name,
			);
		}
		assert.equal(place.hub.traffic.requests.filter(({ path: asked }) => asked.includes('resolve')).length, 0);
		await mkdir(path.join(place.folder, 'elsewhere'));
		await mkdir(target.path);
		await symlink(path.join(place.folder, 'elsewhere'), path.join(target.path, 'data'));
		assert.equal(await codeOf(run(plan)), 'file.unsafeName');
		assert.deepEqual(await readdir(path.join(place.folder, 'elsewhere')), []);
	});

	it('says that a gated repo is gated, and what the token is missing', async () => {
		place.token = 'read';
		const plan = await place.plan({ type: 'model', id: 'meta-llama/Llama-3.2-1B-Instruct' });
		assert.equal(await codeOf(run(plan)), 'access.gated.rejected');
		place.token = 'otherUser';
		const mine = await place.plan({ type: 'model', id: 'meta-llama/Llama-3.2-1B-Instruct' });
		await run(mine);
		await checkCache(path.join(place.folder, 'hub'));
		assert.equal(
			place.hub.traffic.requests.filter(({ host, token }) => host === 'storage' && token).length,
			0,
		);
	});
});
