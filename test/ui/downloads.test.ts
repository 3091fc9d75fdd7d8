import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { checkCache } from '../unit/transfers/checkCache';
import { RepoPage } from './driver/repoPage';
import { useSession } from './driver/useSession';

describe('downloads, as a person makes them', () => {
	const session = useSession({ viewport: { width: 1280, height: 1000 } });
	let cache = '';
	const weights = Buffer.alloc(6_000_000, 7);

	before('put a repo on the Hub', () => {
		const { hub, dataDir } = session();
		// The home folder of a session is where all of its files are.
		cache = path.join(path.dirname(dataDir), 'huggingface', 'hub');
		hub.commit('model', 'acme/tiny-weights', [
			{ path: 'README.md', content: '# Tiny\n' },
			{ path: 'model.safetensors', content: weights, lfs: true },
			{ path: 'onnx/model.onnx', content: Buffer.alloc(2_000_000, 3), lfs: true },
		]);
	});

	afterEach('leave no question open', async () => {
		const { hub, workbench } = session();
		hub.faults.clear();
		await workbench.quickInput.leave();
	});

	it('start on a model’s row, and show the size before anything is downloaded', async () => {
		const { workbench, hub } = session();
		const { quickInput } = workbench;
		await workbench.openContainer();
		const models = workbench.tree('Models');
		await models.expect('deepseek-ai/DeepSeek-R1');
		const menu = await models.contextMenu('deepseek-ai/DeepSeek-R1');
		await menu.choose('Download…');
		await quickInput.pick('main');
		await quickInput.option('Everything').waitFor();
		assert.match(await quickInput.option('Everything').innerText(), /5 files, 3\d\.\d kB/);
		await workbench.screenshot('download files');
		assert.equal(hub.traffic.requests.filter(({ path: asked }) => asked.includes('/resolve')).length, 0);
		await quickInput.pick('Everything');
		await quickInput.option('Shared Cache').waitFor();
		await workbench.screenshot('download where');
		await quickInput.pick('Shared Cache');
		await workbench.notifications.expect('Downloaded deepseek-ai/DeepSeek-R1');
		const downloads = workbench.tree('Downloads');
		await downloads.expect('deepseek-ai/DeepSeek-R1');
		await workbench.screenshot('download finished');
		await workbench.notifications.clear();
		const found = await checkCache(cache);
		assert.equal(found.size, 1);
	});

	it('take only what the patterns name, and are stopped and resumed with what has come', async () => {
		const { workbench, hub } = session();
		const { quickInput, palette } = workbench;
		const downloads = workbench.tree('Downloads');
		hub.faults.next({ host: 'storage' }, { kind: 'stallBody' });
		await palette.run('Hugging Face: Download…');
		await quickInput.expect('The id of a model');
		await quickInput.submit('acme/tiny-weights');
		await quickInput.pick('By Patterns');
		await quickInput.expect('Download acme/tiny-weights: Patterns');
		await quickInput.fill('*.safetensors *.md');
		await quickInput.submit('*.safetensors *.md !onnx/');
		await quickInput.pick('Shared Cache');
		await downloads.expect(/3 MB of 6 MB · 50%/);
		await workbench.statusBar.expect(/1 download · 50%/);
		await workbench.screenshot('download running');
		await downloads.pressInline('acme/tiny-weights', 'Stop Download');
		await downloads.expect('Stopped at 3 MB of 6 MB');
		await checkCache(cache, { incomplete: true });
		await workbench.screenshot('download stopped');
		await hub.traffic.until(({ openRequests }) => openRequests === 0);
		hub.traffic.clear();
		await downloads.pressInline('acme/tiny-weights', 'Resume Download');
		await workbench.notifications.expect('Downloaded acme/tiny-weights: 6 MB.');
		assert.deepEqual(
			hub.traffic.requests.filter(({ host }) => host === 'storage').map(({ headers }) => headers.range),
			['bytes=3000000-'],
		);
		await checkCache(cache);
		const commit = await readFile(path.join(cache, 'models--acme--tiny-weights/refs/main'), 'utf8');
		const file = path.join(cache, 'models--acme--tiny-weights/snapshots', commit, 'model.safetensors');
		assert.ok((await readFile(file)).equals(weights));
		await workbench.notifications.clear();
	});

	it('go into a folder of one’s own, where nothing of the user’s is replaced unasked', async () => {
		const { workbench, workspace } = session();
		const { quickInput, palette, dialog } = workbench;
		await writeFile(path.join(workspace, 'README.md'), 'mine');
		await palette.run('Hugging Face: Download…');
		await quickInput.expect('The id of a model');
		await quickInput.submit('acme/tiny-weights');
		await quickInput.pick('Everything');
		await quickInput.pick('Folder…');
		await quickInput.expect('The Folder to Download to');
		await quickInput.choosePath(`${workspace}/`);
		assert.match(await dialog.expect('A file in the folder would be replaced.'), /README\.md/);
		await workbench.screenshot('download replaces');
		await dialog.press('Replace');
		await workbench.notifications.expect('Downloaded acme/tiny-weights: 8 MB.');
		assert.ok((await readFile(path.join(workspace, 'model.safetensors'))).equals(weights));
		assert.equal(await readFile(path.join(workspace, 'README.md'), 'utf8'), '# Tiny\n');
		await workbench.notifications.clear();
	});

	it('take a folder, or a file, by its row', async () => {
		const { workbench, workspace } = session();
		const { quickInput, palette } = workbench;
		const models = workbench.tree('Models');
		await mkdir(path.join(workspace, 'taken'));
		await palette.run('Hugging Face: Search Models…');
		await quickInput.type('tiny-weights');
		await quickInput.pick('Show All Results in the View');
		await models.expand('acme/tiny-weights', 'onnx');
		await (await models.contextMenu('onnx')).choose('Download…');
		await quickInput.expect('Download acme/tiny-weights: 1 file, 2 MB');
		await workbench.screenshot('download folder');
		await quickInput.pick('Folder…');
		await quickInput.expect('The Folder to Download to');
		await quickInput.choosePath(`${path.join(workspace, 'taken')}/`);
		await workbench.notifications.expect('Downloaded acme/tiny-weights: 2 MB.');
		await workbench.notifications.clear();
		assert.deepEqual((await readdir(path.join(workspace, 'taken'))).sort(), ['.cache', 'onnx']);
		await (await models.contextMenu('README.md')).choose('Download…');
		await quickInput.expect('Download acme/tiny-weights: 1 file, 7 B');
		await quickInput.leave();
		await models.pressInline('“tiny-weights”', 'Clear Search');
		await models.expect('deepseek-ai/DeepSeek-R1');
	});

	it('survive a reload of the window, and what they have brought is read where the Hub cannot be reached', async () => {
		const { workbench, hub } = session();
		const { quickInput, palette, editor } = workbench;
		const models = workbench.tree('Models');
		await models.expand('deepseek-ai/DeepSeek-R1', 'README.md');
		await models.click('README.md');
		await editor.activeTab('README.md').waitFor();
		await models.collapse('deepseek-ai/DeepSeek-R1');
		hub.faults.always({ host: 'hub', path: /DeepSeek-R1/ }, { kind: 'reset' });
		hub.faults.next({ host: 'storage' }, { kind: 'stallBody' });
		await palette.run('Hugging Face: Download…');
		await quickInput.expect('The id of a model');
		await quickInput.submit('acme/tiny-weights');
		await quickInput.pick('Some Files or a Folder');
		await quickInput.toggle('onnx/model.onnx');
		await quickInput.accept();
		await quickInput.pick('Shared Cache');
		await workbench.tree('Downloads').expect(/1 MB of 2 MB/);
		await workbench.reload();
		await editor.expect('# deepseek-ai/DeepSeek-R1');
		await workbench.screenshot('document from the cache');
		await workbench.openContainer();
		const downloads = workbench.tree('Downloads');
		await downloads.expect(/Interrupted · 2 MB/);
		await workbench.screenshot('download interrupted');
		await downloads.pressInline(/Interrupted/, 'Resume Download');
		await workbench.notifications.expect('Downloaded acme/tiny-weights: 2 MB.');
		await checkCache(cache);
		await workbench.notifications.clear();
	});

	it('are listed below their row and on their page where the Hub cannot be reached', async () => {
		const { workbench, hub } = session();
		const models = workbench.tree('Models');
		const page = new RepoPage(workbench.page);
		hub.faults.always({ host: 'hub', path: /DeepSeek-R1/ }, { kind: 'reset' });
		await models.pressTitle('Refresh Views');
		await models.expand('deepseek-ai/DeepSeek-R1', 'From the cache');
		await models.expect('config.json');
		await models.click('deepseek-ai/DeepSeek-R1');
		await page.expect('were generated for the loopback Hub');
		await page.choose('Files');
		await page.row('config.json').waitFor();
		await workbench.screenshot('repo from the cache');
		await workbench.editor.closeTab('DeepSeek-R1');
		await models.collapse('deepseek-ai/DeepSeek-R1');
	});

	it('say what went wrong, and go on from there when that is over', async () => {
		const { workbench, hub } = session();
		const { quickInput, palette } = workbench;
		hub.commit('model', 'acme/tiny-weights', [{ path: 'new.bin', content: Buffer.alloc(1_000_000, 9) }]);
		hub.faults.always({ path: /\/resolve\// }, { kind: 'status', name: 'disabled' });
		await palette.run('Hugging Face: Download…');
		await quickInput.expect('The id of a model');
		await quickInput.submit('acme/tiny-weights');
		await quickInput.pick('Everything');
		await quickInput.pick('Shared Cache');
		await workbench.notifications.expect('acme/tiny-weights is disabled.');
		await workbench.screenshot('download failed');
		hub.faults.clear();
		await workbench.notifications.press('acme/tiny-weights is disabled.', 'Resume');
		await workbench.notifications.expect('Downloaded acme/tiny-weights: 1 MB.');
		await checkCache(cache);
		const downloads = workbench.tree('Downloads');
		await downloads.pressTitle('Clear Finished Downloads');
		await downloads.waitGone('acme/tiny-weights');
	});

	it('are seen in the cache by repo, revision and file, and space is freed after a preview of what really goes', async () => {
		const { workbench } = session();
		const { palette, quickInput } = workbench;
		await palette.run('Hugging Face: Refresh Cache');
		await palette.run('Hugging Face: Focus on Cache View');
		const tree = await workbench.treeAlone('Cache');
		await tree.expect(/9\.\d+ MB\s*in 2 repos/);
		await tree.expand('acme/tiny-weights', /main.*1 MB · 1 file/);
		await tree.expand(/8 MB · 3 files/, 'onnx/model.onnx');
		await workbench.screenshot('cache');
		await tree.pressInline(/8 MB · 3 files/, 'Remove from Cache');
		const question = await workbench.dialog.expect('Free 8 MB in the cache?');
		assert.match(question, /acme\/tiny-weights: revision [0-9a-f]{7}, 8 MB/);
		await workbench.screenshot('cache remove');
		// Another tool brings a revision while the question is open.
		const repo = path.join(cache, 'models--acme--tiny-weights');
		const other = path.join(repo, 'snapshots', 'f'.repeat(40));
		await mkdir(other);
		const blob = createHash('sha256').update(weights).digest('hex');
		await symlink(`../../blobs/${blob}`, path.join(other, 'model.safetensors'));
		await workbench.dialog.press('Remove');
		await workbench.dialog.expect('The cache has changed meanwhile. Free 2 MB in it now?');
		await workbench.screenshot('cache remove changed');
		await rm(other, { recursive: true });
		await workbench.dialog.press('Remove');
		await workbench.dialog.expect('The cache has changed meanwhile. Free 8 MB in it now?');
		await workbench.dialog.press('Remove');
		await workbench.notifications.expect('Freed 8 MB in the cache.');
		await workbench.notifications.clear();
		await tree.expect(/1\.\d+ MB\s*in 2 repos/);
		await checkCache(cache);
		const menu = await tree.contextMenu('acme/tiny-weights');
		await menu.choose('Verify Files');
		await workbench.notifications.expect('The file of acme/tiny-weights is as the Hub has it.');
		await workbench.notifications.clear();
		await palette.run('Hugging Face: Free Space in the Cache…');
		await quickInput.pick('The Largest');
		await quickInput.toggle('acme/tiny-weights');
		await workbench.screenshot('cache free space');
		await quickInput.accept();
		assert.match(
			await workbench.dialog.expect('Free 1 MB in the cache?'),
			/acme\/tiny-weights: all of it, 1 MB/,
		);
		await workbench.dialog.press('Remove');
		await tree.waitGone('acme/tiny-weights');
		const found = await checkCache(cache);
		assert.equal(found.size, 1);
	});

	it('are pruned of what nobody can use, and freed by what is longest unused, also where the cache keeps copies', async () => {
		const { workbench } = session();
		const { palette, quickInput, notifications, dialog } = workbench;
		const longAgo = new Date('2024-05-06T07:08:09Z');
		const copied = path.join(cache, 'models--acme--copied');
		const half = path.join(cache, 'models--acme--half');
		await write(
			path.join(copied, 'snapshots', 'a'.repeat(40), 'model.bin'),
			Buffer.alloc(1_000_000, 5),
			longAgo,
		);
		await write(path.join(copied, 'refs/main'), 'a'.repeat(40));
		await write(
			path.join(half, 'blobs', `${'b'.repeat(64)}.incomplete`),
			Buffer.alloc(2_000_000, 6),
			longAgo,
		);
		await write(path.join(half, 'refs/gone'), 'c'.repeat(40));
		const snapshot = path.join(half, 'snapshots', 'd'.repeat(40));
		await mkdir(snapshot, { recursive: true });
		await symlink(`../../blobs/${'e'.repeat(64)}`, path.join(snapshot, 'config.json'));
		await workbench.openContainer();
		await palette.run('Hugging Face: Refresh Cache');
		const tree = await workbench.treeAlone('Cache');
		await tree.expect(/acme\/half.*2 MB.*unfinished/);
		await tree.expect(/acme\/copied.*1 MB · used 2024-05-06/);
		await workbench.screenshot('cache to prune');
		await palette.run('Hugging Face: Prune Cache…');
		assert.match(await dialog.expect('Free 2 MB in the cache?'), /acme\/half: all of it, 2 MB/);
		await dialog.press('Remove');
		await notifications.expect('Freed 2 MB in the cache.');
		await notifications.clear();
		await tree.waitGone(/unfinished/);
		const left = await Promise.all(
			[path.join(half, 'blobs'), path.join(half, 'refs'), snapshot].map(folder =>
				readdir(folder).catch(() => []),
			),
		);
		assert.deepEqual(left, [[], [], []]);
		await (await tree.contextMenu('acme/copied')).choose('Verify Files');
		await notifications.expect('No file of acme/copied can be verified');
		await notifications.clear();
		await palette.run('Hugging Face: Free Space in the Cache…');
		await quickInput.pick('The Longest Unused');
		await quickInput.expect('The Longest Unused');
		await quickInput.toggle('acme/copied');
		await quickInput.accept();
		assert.match(await dialog.expect('Free 1 MB in the cache?'), /acme\/copied: all of it, 1 MB/);
		await dialog.press('Remove');
		await tree.waitGone('acme/copied');
		await workbench.screenshot('cache pruned');
		assert.deepEqual(
			(await readdir(cache)).filter(name => name.includes('copied')),
			[],
		);
	});
});

/** Writes a file with its folders, and says when that was. */
async function write(file: string, content: string | Buffer, when = new Date()): Promise<void> {
	await mkdir(path.dirname(file), { recursive: true });
	await writeFile(file, content);
	await utimes(file, when, when);
}
