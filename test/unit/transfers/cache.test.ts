import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { type CachedRepo, sizeOfRepo } from '../../../src/hub/cache/cachedRepo';
import { carryOutRemoval } from '../../../src/hub/cache/carryOutRemoval';
import { orderRevisions } from '../../../src/hub/cache/orderRevisions';
import {
	orderRepos,
	prune,
	type Removal,
	removalsOf,
	removeRepo,
	removeRevisions,
} from '../../../src/hub/cache/planRemoval';
import { removeAgreed } from '../../../src/hub/cache/removeAgreed';
import { scanCache } from '../../../src/hub/cache/scanCache';
import { verifyRepo } from '../../../src/hub/cache/verifyRepo';
import { FileThreadClient } from '../../../src/hub/thread/fileThreadClient';
import { checkCache } from './checkCache';
import { startFileThread } from './startFileThread';

const signal = new AbortController().signal;
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const commitOf = (name: string) => createHash('sha1').update(name).digest('hex');

/** Files by path for each revision; what has the same text is the same blob. */
type Revisions = Readonly<Record<string, Readonly<Record<string, string>>>>;

async function writeRepo(root: string, folder: string, revisions: Revisions, copies = false): Promise<void> {
	const repo = path.join(root, folder);
	await mkdir(path.join(repo, 'blobs'), { recursive: true });
	await mkdir(path.join(repo, 'refs'), { recursive: true });
	for (const [name, files] of Object.entries(revisions)) {
		const snapshot = path.join(repo, 'snapshots', commitOf(name));
		await mkdir(snapshot, { recursive: true });
		await writeFile(path.join(repo, 'refs', name), commitOf(name));
		for (const [file, text] of Object.entries(files)) {
			const target = path.join(snapshot, file);
			await mkdir(path.dirname(target), { recursive: true });
			if (copies) {
				await writeFile(target, text);
			} else {
				const blob = path.join(repo, 'blobs', sha256(text));
				await writeFile(blob, text);
				await symlink(path.relative(path.dirname(target), blob), target);
			}
		}
	}
}

describe('The cache', function () {
	this.timeout(60_000);
	const thread = new FileThreadClient(startFileThread);
	let root = '';
	beforeEach(async () => {
		root = await mkdtemp(path.join(os.tmpdir(), 'hf-cache-'));
	});
	afterEach(() => rm(root, { recursive: true, force: true }));
	after(() => thread.dispose());
	const scan = () => scanCache(thread, root, signal);
	const only = async (): Promise<CachedRepo> => {
		const [repo] = await scan();
		assert.ok(repo);
		return repo;
	};

	it('is known by repo, revision and file, also in folders, and other things in it are left alone', async () => {
		await writeRepo(root, 'models--acme--m', { main: { 'a.txt': 'aa', 'x/y/b.txt': 'bbb' } });
		await writeRepo(root, 'datasets--d', { main: { 'c.txt': 'c' }, 'v1.0': { 'c.txt': 'c' } });
		await mkdir(path.join(root, '.locks', 'models--acme--m'), { recursive: true });
		await writeFile(path.join(root, 'CACHEDIR.TAG'), '');
		await writeFile(path.join(root, 'models--acme--m/blobs/abc.incomplete'), '12345');
		const repos = await scan();
		assert.deepEqual(
			repos.map(({ repo, revisions }) => [repo.type, repo.id, revisions.map(({ refs }) => refs)]),
			[
				[
					'dataset',
					'd',
					[['main'], ['v1.0']].sort((a, b) => (commitOf(a[0] ?? '') < commitOf(b[0] ?? '') ? -1 : 1)),
				],
				['model', 'acme/m', [['main']]],
			],
		);
		assert.deepEqual(repos[1]?.revisions[0]?.files.map(file => [file.path, file.size]).sort(), [
			['a.txt', 2],
			['x/y/b.txt', 3],
		]);
		assert.deepEqual(repos.map(sizeOfRepo), [1, 10]);
		assert.deepEqual(
			orderRepos(repos, 'largest').map(({ repo }) => repo.id),
			['acme/m', 'd'],
		);
	});

	it('shows main before other names, and the newest of what has lost its name first', () => {
		const revision = (commit: string, refs: readonly string[], modifiedAt: number) => ({
			commit,
			refs,
			files: [{ path: 'a', size: 1, accessedAt: 0, modifiedAt }],
		});
		const ordered = orderRevisions([
			revision('a', [], 1),
			revision('b', ['v1'], 3),
			revision('c', [], 2),
			revision('d', ['dev', 'main'], 1),
			revision('e', ['v2'], 4),
		]);
		assert.deepEqual(
			ordered.map(({ commit }) => commit),
			['d', 'e', 'b', 'c', 'a'],
		);
	});

	it('that is not there is empty', async () => {
		assert.deepEqual(await scanCache(thread, path.join(root, 'nothing'), signal), []);
	});

	it('gives back exactly what is promised, and keeps what other revisions use', async () => {
		const file = fc.constantFrom('a', 'b', 'c/d', 'c/e');
		const text = fc.constantFrom('one', 'three', 'fifteen', '');
		const revision = fc.dictionary(file, text, { minKeys: 1, maxKeys: 4 });
		const repo = fc.dictionary(fc.constantFrom('main', 'dev', 'v1', 'v2'), revision, {
			minKeys: 1,
			maxKeys: 4,
		});
		await fc.assert(
			fc.asyncProperty(
				repo,
				fc.array(fc.constantFrom('main', 'dev', 'v1', 'v2')),
				fc.boolean(),
				async (revisions, gone, copies) => {
					await rm(root, { recursive: true, force: true });
					await writeRepo(root, 'models--o--m', revisions, copies);
					const before = await only();
					const removal = removeRevisions(before, new Set(gone.map(commitOf)));
					await carryOutRemoval(root, removal);
					const [after] = await scan();
					assert.equal(sizeOfRepo(before) - (after ? sizeOfRepo(after) : 0), removal.freedBytes);
					const found = await checkCache(root, { copies });
					for (const [name, files] of Object.entries(revisions)) {
						const kept = found.get(`models--o--m/${commitOf(name)}`);
						if (gone.includes(name as 'main')) {
							assert.equal(kept, undefined);
						} else {
							assert.deepEqual(
								Object.fromEntries([...(kept ?? [])].map(([key, content]) => [key, content.toString()])),
								{ ...files },
							);
						}
					}
				},
			),
			{ numRuns: 60 },
		);
	});

	it('loses what nobody can use, and nothing that a download may still be writing', async () => {
		await writeRepo(root, 'models--o--m', { main: { a: 'one' } });
		const repo = path.join(root, 'models--o--m');
		await writeFile(path.join(repo, 'blobs/old.incomplete'), '12345');
		await writeFile(path.join(repo, 'blobs', sha256('nobody')), 'nobody');
		await writeFile(path.join(repo, 'refs/gone'), '0'.repeat(40));
		await symlink('../../blobs/missing', path.join(repo, 'snapshots', commitOf('main'), 'dangling'));
		const found = await only();
		assert.deepEqual(prune(found, 0)?.paths, [`snapshots/${commitOf('main')}/dangling`, 'refs/gone']);
		const removal = prune(found, Date.now() + 1_000);
		assert.equal(removal?.freedBytes, 11);
		assert.ok(removal);
		await carryOutRemoval(root, removal);
		await checkCache(root);
		assert.equal(prune(await only(), Date.now() + 1_000), undefined);
	});

	it('loses a repo of which nobody can use anything, and keeps one that may still be downloaded', async () => {
		const repo = path.join(root, 'models--o--m');
		await mkdir(path.join(repo, 'blobs'), { recursive: true });
		await mkdir(path.join(repo, 'snapshots', commitOf('main')), { recursive: true });
		await symlink('../../blobs/missing', path.join(repo, 'snapshots', commitOf('main'), 'dangling'));
		await writeFile(path.join(repo, 'blobs/old.incomplete'), '12345');
		assert.equal(prune(await only(), 0)?.kind, 'parts');
		const removal = prune(await only(), Date.now() + 1_000);
		assert.deepEqual([removal?.kind, removal?.freedBytes], ['whole', 5]);
		assert.ok(removal);
		await carryOutRemoval(root, removal);
		assert.deepEqual(await scan(), []);
	});

	/** Removes as a person does, whose answers may take long: what happens meanwhile is in them. */
	const removing = async (
		plan: Parameters<typeof removeAgreed>[1],
		answers: ReadonlyArray<() => Promise<boolean>>,
	) => {
		const shown: Array<readonly [kind: string, bytes: number, hasChanged: boolean]> = [];
		const agree: Parameters<typeof removeAgreed>[0]['agree'] = async ([removal], hasChanged) => {
			assert.ok(removal);
			shown.push([removal.kind, removal.freedBytes, hasChanged]);
			return (await answers[shown.length - 1]?.()) ?? false;
		};
		const carryOut = (removal: Removal) => carryOutRemoval(root, removal);
		const removed = await removeAgreed({ look: scan, agree, carryOut }, plan);
		return { shown, removed: removed.length };
	};
	const yes = () => Promise.resolve(true);

	it('is asked about again where another tool has added to it while the question was open', async () => {
		await writeRepo(root, 'models--o--m', { main: { a: 'one' } });
		const download = async () => {
			await writeRepo(root, 'models--o--m', { next: { a: 'one', b: 'fifteen' } });
			return true;
		};
		const plan = (repos: readonly CachedRepo[]) => removalsOf(repos, 'models--o--m', commitOf('main'));
		assert.deepEqual(await removing(plan, [download, yes]), {
			shown: [
				['whole', 3, false],
				['parts', 0, true],
			],
			removed: 1,
		});
		const found = await checkCache(root);
		assert.deepEqual([...found.keys()], [`models--o--m/${commitOf('next')}`]);
		const whole = (repos: readonly CachedRepo[]) => repos.map(removeRepo);
		const again = async () => {
			await writeRepo(root, 'models--o--m', { later: { c: 'four' } });
			return true;
		};
		assert.deepEqual(await removing(whole, [again]), {
			shown: [
				['whole', 10, false],
				['whole', 14, true],
			],
			removed: 0,
		});
		assert.equal((await only()).revisions.length, 2);
	});

	it('loses all that was agreed to, and nothing is asked about what has gone meanwhile', async () => {
		await writeRepo(root, 'models--o--m', { main: { a: 'one' } });
		await writeRepo(root, 'models--o--n', { main: { a: 'one' } });
		const whole = (repos: readonly CachedRepo[]) => repos.map(removeRepo);
		const elsewhere = async () => {
			await rm(path.join(root, 'models--o--n'), { recursive: true });
			return true;
		};
		assert.deepEqual(await removing(whole, [elsewhere, yes]), {
			shown: [
				['whole', 3, false],
				['whole', 3, true],
			],
			removed: 1,
		});
		assert.deepEqual(await removing(whole, [yes]), { shown: [], removed: 0 });
		await writeRepo(root, 'models--o--m', { main: { a: 'one' } });
		await writeRepo(root, 'models--o--n', { main: { a: 'one' } });
		assert.deepEqual(await removing(whole, [yes]), { shown: [['whole', 3, false]], removed: 2 });
	});

	it('is verified by its hashes', async () => {
		await writeRepo(root, 'models--o--m', { main: { a: 'one', b: 'two' } });
		assert.deepEqual(await verifyRepo(thread, root, await only(), signal, () => undefined), {
			checked: 2,
			damaged: [],
		});
		await writeFile(path.join(root, 'models--o--m/blobs', sha256('two')), 'tow');
		const { damaged } = await verifyRepo(thread, root, await only(), signal, () => undefined);
		assert.deepEqual(damaged, [sha256('two')]);
	});

	it('is never left when something is removed, whatever a scan claims', async () => {
		await writeRepo(root, 'models--o--m', { main: { a: 'one' } });
		await writeFile(path.join(root, 'mine.txt'), 'mine');
		const repo = await only();
		const evil = { repo, kind: 'parts', paths: ['../mine.txt'], freedBytes: 0 } as const;
		await assert.rejects(carryOutRemoval(root, evil), { message: 'file.unsafeName' });
		await rm(path.join(root, 'models--o--m/snapshots', commitOf('main'), 'a'));
		await symlink(
			path.join(root, 'mine.txt'),
			path.join(root, 'models--o--m/snapshots', commitOf('main'), 'a'),
		);
		await carryOutRemoval(root, removeRepo(await only()));
		assert.equal(await readFile(path.join(root, 'mine.txt'), 'utf8'), 'mine');
	});
});
