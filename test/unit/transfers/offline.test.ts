import assert from 'node:assert/strict';
import path from 'node:path';
import { CacheReader } from '../../../src/hub/cache/cacheReader';
import { OfflineContents } from '../../../src/hub/cache/offlineContents';
import { createHub } from '../../../src/hub/hubClient';
import { runDownload } from '../../../src/hub/transfers/runDownload';
import { problemOf } from '../net/problemOf';
import { forever, transferPlace } from './transferPlace';

describe('The files of a repo where the Hub cannot be asked', () => {
	const place = transferPlace();
	const repo = { type: 'model', id: 'acme/held' } as const;
	const main = { ...repo, revision: 'main' };
	const text = (bytes: Uint8Array) => Buffer.from(bytes).toString();
	let contents: OfflineContents;
	let commit = '';
	beforeEach(async () => {
		place.hub.commit('model', repo.id, [
			{ path: 'config.json', content: '{"held": true}' },
			{ path: 'data/notes.md', content: '# Notes\n' },
			{ path: 'data/weights.bin', content: Buffer.alloc(5_000) },
		]);
		const plan = await place.plan(repo);
		({ commit } = plan);
		const held = plan.files.filter(file => file.path !== 'data/weights.bin');
		await runDownload(place.deps, { ...plan, files: held }, forever, () => undefined);
		const hub = createHub({ endpoints: place.deps.endpoints, credentials: place.deps.credentials });
		contents = new OfflineContents(hub, new CacheReader(() => path.join(place.folder, 'hub')));
		process.env.HF_HUB_OFFLINE = '1';
		place.hub.traffic.clear();
	});
	afterEach(() => {
		assert.deepEqual(place.hub.traffic.requests, []);
		delete process.env.HF_HUB_OFFLINE;
	});

	it('are those that the cache holds, by branch and by commit, and it says why', async () => {
		const root = await contents.files(main, { path: '' }, forever);
		assert.deepEqual([...root.entries].map(({ path: name, type }) => [name, type]).sort(), [
			['config.json', 'file'],
			['data', 'folder'],
		]);
		assert.deepEqual(root.insteadOf, { code: 'network.offlineMode', variable: 'HF_HUB_OFFLINE' });
		const all = await contents.files(main, { path: '', recursive: true }, forever);
		assert.deepEqual(all.entries.flatMap(({ path: name, type }) => (type === 'file' ? [name] : [])).sort(), [
			'config.json',
			'data/notes.md',
		]);
		const data = await contents.files(main, { path: 'data' }, forever);
		assert.deepEqual(
			data.entries.map(({ path: name, size, isLarge }) => [name, size, isLarge]),
			[['data/notes.md', 8, false]],
		);
		const named = await contents.entries(main, ['data', 'data/notes.md', 'data/weights.bin'], forever);
		assert.deepEqual([...named].map(({ path: name, type }) => [name, type]).sort(), [
			['data', 'folder'],
			['data/notes.md', 'file'],
		]);
		assert.equal(text(await contents.read(main, 'data/notes.md', { most: 100 }, forever)), '# Notes\n');
		assert.equal(text(await contents.read(main, 'data/notes.md', { from: 2, to: 7 }, forever)), 'Notes');
		const at = { ...repo, revision: commit };
		assert.equal(text(await contents.read(at, 'config.json', { most: 100 }, forever)), '{"held": true}');
	});

	it('are none where the cache has not got the file, the revision or the repo, nor outside of it', async () => {
		const offline = { code: 'network.offlineMode', variable: 'HF_HUB_OFFLINE' };
		const others = [
			[main, 'data/weights.bin'],
			[{ ...repo, revision: 'v2' }, 'config.json'],
			[{ ...repo, id: 'acme/other', revision: 'main' }, 'config.json'],
			[{ ...repo, revision: '../snapshots' }, 'config.json'],
		] as const;
		for (const [at, file] of others) {
			assert.deepEqual(await problemOf(contents.read(at, file, { most: 100 }, forever)), offline);
		}
		assert.deepEqual(
			await problemOf(contents.files({ ...repo, revision: 'v2' }, { path: '' }, forever)),
			offline,
		);
		assert.deepEqual(
			await problemOf(contents.entries({ ...repo, revision: 'v2' }, ['data'], forever)),
			offline,
		);
		const outside = await problemOf(contents.read(main, '../../refs/main', { most: 100 }, forever));
		assert.equal(outside.code, 'input.invalid');
		const most = await problemOf(contents.read(main, 'config.json', { most: 3 }, forever));
		assert.equal(most.code, 'file.tooLarge');
	});
});
