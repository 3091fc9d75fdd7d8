import assert from 'node:assert/strict';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { collectFiles } from '../../../src/hub/transfers/upload/collectFiles';
import { planUpload } from '../../../src/hub/transfers/upload/planUpload';
import type { RepoRef } from '../../../src/shared/repoType';
import { problemOf } from '../../../src/util/problemOf';
import { forever, transferPlace } from './transferPlace';

describe('The files of an upload', function () {
	this.timeout(30_000);
	const place = transferPlace();
	const repo: RepoRef = { type: 'model', id: 'acme/support-chat' };
	const write = async (file: string, content: string) => {
		const full = path.join(place.folder, 'mine', file);
		await mkdir(path.dirname(full), { recursive: true });
		await writeFile(full, content);
	};
	beforeEach(() => {
		place.token = 'write';
	});

	it('are without what the repo that the folder is in leaves out, up to its history and no further', async () => {
		await write('.gitignore', 'outer.txt\n');
		await write('repo/.gitignore', '*.log\nmodel/tmp/\n!kept.log\n');
		await write('repo/sub/.gitignore', 'kept.log\n');
		await write('repo/sub/model/.gitignore', '!again.log\n');
		for (const file of ['a.log', 'again.log', 'kept.log', 'outer.txt', 'b.bin']) {
			await write(`repo/sub/model/${file}`, 'x');
		}
		const folder = path.join(place.folder, 'mine/repo/sub/model');
		const all = ['.gitignore', 'a.log', 'again.log', 'b.bin', 'kept.log', 'outer.txt'];
		assert.deepEqual((await collectFiles(folder, forever)).files, all);
		await mkdir(path.join(place.folder, 'mine/repo/.git'));
		const found = await collectFiles(folder, forever);
		assert.deepEqual(found.files, ['.gitignore', 'again.log', 'b.bin', 'outer.txt']);
		assert.deepEqual(found.ignored, ['a.log', 'kept.log']);
		// It was chosen, whatever git does with it.
		await write('repo/.gitignore', '*.log\nsub/\n');
		const chosen = await collectFiles(folder, forever);
		assert.deepEqual([chosen.ignored, chosen.overruled], [['a.log', 'kept.log'], ['./']]);
		const only = await collectFiles(folder, forever, { only: ['a.log', 'b.bin', '.env'] });
		assert.deepEqual(
			[only.files, only.overruled],
			[
				['a.log', 'b.bin'],
				['a.log', 'b.bin'],
			],
		);
		// The folder with the history needs nothing from above.
		await mkdir(path.join(folder, '.git'));
		assert.deepEqual((await collectFiles(folder, forever)).files, all);
	});

	it('are all in a folder that was chosen by name, but what other rules leave out, whatever leaves out the folder', async () => {
		await write('.gitignore', 'out/\n*.log\nsecret.txt\n');
		await write('out/.gitignore', '*.tmp\n');
		for (const file of ['a.bin', 'a.tmp', 'deep/b.bin', 'deep/b.log', '.env']) {
			await write(`out/${file}`, 'x');
		}
		await write('deep/out/.hfignore', 'c.txt\n');
		await write('deep/out/c.txt', 'x');
		await write('deep/out/d.txt', 'x');
		await write('plain/out/e.txt', 'x');
		await write('plain/f.txt', 'x');
		await write('secret.txt', 'x');
		const found = await collectFiles(path.join(place.folder, 'mine'), forever, {
			only: ['deep/out', 'out', 'plain', 'secret.txt'],
		});
		assert.deepEqual(found.files, [
			'deep/out/.hfignore',
			'deep/out/d.txt',
			'out/.gitignore',
			'out/a.bin',
			'out/deep/b.bin',
			'plain/f.txt',
			'secret.txt',
		]);
		assert.deepEqual(found.ignored, ['deep/out/c.txt', 'out/a.tmp', 'out/deep/b.log', 'plain/out/']);
		assert.deepEqual(found.withheld, ['out/.env']);
		assert.deepEqual(found.overruled, ['deep/out/', 'out/', 'secret.txt']);
	});

	it('are said to be ignored where they were chosen in a folder that is', async () => {
		await write('repo/.gitignore', 'out/\n*.key\n');
		await write('repo/out/.gitignore', '!secret.txt\n');
		for (const file of ['secret.txt', 'other.txt', 'deep/a.txt', 'deep/b.key']) {
			await write(`repo/out/${file}`, 'x');
		}
		await mkdir(path.join(place.folder, 'mine/repo/.git'));
		const repoFolder = path.join(place.folder, 'mine/repo');
		const inOut = await collectFiles(path.join(repoFolder, 'out'), forever, { only: ['deep', 'secret.txt'] });
		assert.deepEqual(inOut.files, ['deep/a.txt', 'secret.txt']);
		assert.deepEqual([inOut.overruled, inOut.ignored], [['deep/', 'secret.txt'], ['deep/b.key']]);
		const above = await collectFiles(repoFolder, forever, { only: ['out/deep', 'out/secret.txt'] });
		assert.deepEqual(above.files, ['out/deep/a.txt', 'out/secret.txt']);
		assert.deepEqual([above.overruled, above.ignored], [['out/deep/', 'out/secret.txt'], ['out/deep/b.key']]);
	});

	it('are without the secrets that other lines of the same rules name, whether the folder or what is in it was left out', async () => {
		for (const line of ['dist/', '/dist/**', '*']) {
			await write('repo/.gitignore', `${line}\n*.key\nsecrets.json\n`);
			for (const file of ['server.key', 'secrets.json', 'dump.sql']) {
				await write(`repo/dist/${file}`, 'x');
			}
			const repoFolder = path.join(place.folder, 'mine/repo');
			await mkdir(path.join(repoFolder, '.git'), { recursive: true });
			const named = await collectFiles(repoFolder, forever, { only: ['dist'] });
			assert.deepEqual([named.files, named.overruled], [['dist/dump.sql'], ['dist/']], line);
			assert.deepEqual(named.ignored, ['dist/secrets.json', 'dist/server.key'], line);
			const whole = await collectFiles(path.join(repoFolder, 'dist'), forever);
			assert.deepEqual([whole.files, whole.overruled], [['dump.sql'], ['./']], line);
			assert.deepEqual(whole.ignored, ['secrets.json', 'server.key'], line);
			const also = await collectFiles(repoFolder, forever, { only: ['dist'], also: ['dist/server.key'] });
			assert.deepEqual(also.files, ['dist/dump.sql', 'dist/server.key'], line);
		}
	});

	it('are compared without those that cannot be read, which are named, and those that have gone', async () => {
		await write('README.md', '# Changed\n');
		await write('closed.txt', 'x');
		await write('closed/config.json', 'x');
		const mine = path.join(place.folder, 'mine');
		await chmod(path.join(mine, 'closed.txt'), 0);
		await chmod(path.join(mine, 'closed'), 0);
		// From within, as somebody who owns nothing may not pass through the folders above it.
		const cwd = process.cwd();
		process.chdir(mine);
		const folder = '.';
		place.hub.commit('model', repo.id, [
			{ path: 'closed/config.json', content: 'theirs' },
			{ path: 'closed.txt', content: 'theirs' },
			{ path: 'gone.txt', content: 'theirs' },
		]);
		// An administrator may read all of it.
		const isAdministrator = process.geteuid?.() === 0;
		if (isAdministrator) {
			process.seteuid?.(65_534);
		}
		try {
			const made = await planUpload(place.deps, { repo, folder, branch: 'main' }, forever, () => undefined);
			assert.deepEqual(
				[made.files.map(file => file.path), made.unreadable, made.unchanged, made.missing],
				[['README.md'], ['closed/', 'closed.txt'], 0, ['gone.txt']],
			);
		} finally {
			if (isAdministrator) {
				process.seteuid?.(0);
			}
			process.chdir(cwd);
			await chmod(path.join(mine, 'closed'), 0o755);
		}
		const looks = ['gone.txt', 'README.md'].map(name => ({
			path: name,
			hash: 'git-sha1' as const,
			upTo: 100,
		}));
		const [gone, there] = await place.deps.thread.inspect(mine, looks, forever);
		assert.deepEqual([gone, there && 'size' in there && there.size], [{ failure: 'gone' }, 10]);
		const isInvalid = (error: unknown) => problemOf(error).code === 'upload.refused';
		await assert.rejects(collectFiles(path.join(mine, 'nowhere'), forever), isInvalid);
	});
});
