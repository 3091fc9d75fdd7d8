import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { fileInTheWay } from '../../../src/hub/transfers/upload/fileInTheWay';
import { parseRepoFolder } from '../../../src/hub/transfers/upload/parseRepoFolder';
import type { RepoRef } from '../../../src/shared/repoType';
import { folderArgument } from '../../../src/transfers/folderArgument';
import { locationArgument } from '../../../src/transfers/locationArgument';
import { problemOf } from '../../../src/util/problemOf';
import { forever } from './transferPlace';
import { uploadDesk } from './uploadDesk';
import { weights as large } from './weights';

describe('What an upload reaches', function () {
	this.timeout(30_000);
	const { place, repo, write, plan, order, run, onHub, codeOf } = uploadDesk();

	it('goes to a folder of the repo, and compares, deletes and asks about nothing outside of it', async () => {
		place.hub.commit('model', repo.id, [
			{ path: 'onnx/old.txt', content: 'old' },
			{ path: 'onnx/same.txt', content: 'same' },
			{ path: 'onnx-more/a.txt', content: 'a' },
			{ path: 'same.txt', content: 'another' },
		]);
		const before = onHub();
		await write('same.txt', 'same');
		await write('a/w.bin', large(300_000));
		await write('README.md', '# In the folder\n');
		place.hub.traffic.clear();
		const made = await plan({ into: 'onnx' });
		assert.deepEqual(
			made.files.map(({ path: file, change, mode }) => [file, change, mode]),
			[
				['README.md', 'added', 'regular'],
				['a/w.bin', 'added', 'lfs'],
			],
		);
		assert.deepEqual([made.missing, made.unchanged], [['old.txt'], 1]);
		const listed = place.hub.traffic.requests.filter(one => one.path.includes('/tree/'));
		assert.ok(listed.length > 0 && listed.every(one => one.path.includes('/onnx?')));
		await run(order(made, { deleted: made.missing }));
		const after = onHub();
		assert.equal(after.get('onnx/README.md')?.toString(), '# In the folder\n');
		assert.ok(after.get('onnx/a/w.bin')?.equals(large(300_000)));
		assert.ok(!after.has('onnx/old.txt'));
		for (const [file, content] of before) {
			assert.ok(file === 'onnx/old.txt' || after.get(file)?.equals(content), file);
		}
		const fresh = await plan({ into: 'a new/folder' });
		assert.deepEqual([fresh.files.length, fresh.missing, fresh.unchanged], [3, [], 0]);
		await run(order(fresh));
		assert.ok(onHub().has('a new/folder/a/w.bin'));
		assert.equal((await plan({ into: 'a new/folder' })).unchanged, 3);
	});

	it('is proposed to a repo that is somebody else’s also where it is of deletions only', async () => {
		const theirs: RepoRef = { type: 'model', id: 'deepseek-ai/DeepSeek-R1' };
		const there = onHub('main', theirs.id);
		const [gone = '', ...kept] = [...there.keys()].filter(file => file !== '.gitattributes');
		for (const file of kept) {
			await write(file, there.get(file) ?? '');
		}
		const made = await plan({ repo: theirs });
		assert.deepEqual([made.files, made.missing, made.onlyProposed], [[], [gone], true]);
		const { pullRequestUrl = '' } = await run(order(made, { deleted: [gone], asPullRequest: true }));
		const [number = ''] = /\d+$/.exec(pullRequestUrl) ?? [];
		const proposed = onHub(`refs/pr/${number}`, theirs.id);
		assert.deepEqual([...proposed.keys()].sort(), [...there.keys()].filter(file => file !== gone).sort());
		assert.deepEqual(onHub('main', theirs.id), there);
		await mkdir(path.join(place.folder, 'empty'));
		place.hub.commit('model', repo.id, [{ path: 'old.txt', content: 'old' }]);
		const own = await plan({ folder: path.join(place.folder, 'empty') });
		assert.deepEqual([own.missing, own.onlyProposed], [['old.txt'], false]);
	});

	it('takes what is ignored where that is wanted, with all that is in it, but never an environment', async () => {
		await write('.gitignore', 'build/\n*.log\n');
		await write('a.log', 'a');
		await write('b.log', 'b');
		await write('build/.gitignore', '*\n');
		await write('build/deep/c.log', 'c');
		await write('build/deep/.env', 'SECRET=1');
		await write('build/key.txt', `token = hf_${'x'.repeat(34)}`);
		const before = await plan();
		assert.deepEqual(
			[before.files.map(file => file.path), before.ignored],
			[['.gitignore'], ['a.log', 'b.log', 'build/']],
		);
		const made = await plan({ also: ['build/', 'b.log', '.env'] });
		assert.deepEqual(
			made.files.map(file => file.path),
			['.gitignore', 'b.log', 'build/.gitignore', 'build/deep/c.log', 'build/key.txt'],
		);
		assert.deepEqual([made.ignored, made.withheld], [['a.log'], ['build/deep/.env']]);
		assert.ok(made.files.find(file => file.path === 'build/key.txt')?.secret);
	});

	it('does not go to a folder that is a file of the repo, or would be below one', async () => {
		place.hub.commit('model', repo.id, [
			{ path: 'config.json', content: '{}' },
			{ path: 'onnx/model.onnx', content: 'x' },
		]);
		await write('a.txt', 'a');
		const inTheWay = (folder: string) => fileInTheWay(place.deps, { repo, branch: 'main' }, folder, forever);
		assert.equal(await inTheWay('config.json'), 'config.json');
		assert.equal(await inTheWay('onnx/model.onnx/deep/er'), 'onnx/model.onnx');
		assert.equal(await inTheWay('onnx'), undefined);
		assert.equal(await inTheWay('new/folder'), undefined);
		assert.equal(await codeOf(plan({ into: 'config.json' })), 'upload.refused');
		assert.equal(await codeOf(plan({ into: 'onnx/model.onnx/deep' })), 'upload.refused');
		assert.deepEqual((await plan({ into: 'new/folder' })).files.length, 1);
	});

	const rows: ReadonlyArray<readonly [string, string | undefined]> = [
		['onnx', 'onnx'],
		['aux', 'aux'],
		['a/nul.d/x', 'a/nul.d/x'],
		['ab:c', 'ab:c'],
		['../up', undefined],
		['.git/hooks', undefined],
		['a\nb', undefined],
	];
	for (const [named, meant] of rows) {
		it(`${meant === undefined ? 'is refused' : 'goes'} by the row of ${JSON.stringify(named)}, also on Windows`, () => {
			const { platform } = process;
			const row = { location: { repo, revision: 'v2', path: named } };
			Object.defineProperty(process, 'platform', { value: 'win32' });
			try {
				if (meant === undefined) {
					const isRefused = (error: unknown) => problemOf(error).code === 'upload.refused';
					assert.throws(() => folderArgument(row), isRefused);
				} else {
					assert.deepEqual(folderArgument(row), { repo, branch: 'v2', into: meant });
					assert.deepEqual(locationArgument(row)?.path, meant);
				}
			} finally {
				Object.defineProperty(process, 'platform', { value: platform });
			}
		});
	}

	it('is asked for by what is no row of a folder', () => {
		for (const other of [
			undefined,
			repo,
			{ location: { repo } },
			{ location: { revision: 'main', path: 'a' } },
		]) {
			assert.equal(folderArgument(other), undefined);
		}
	});

	const folders: ReadonlyArray<readonly [string, string | undefined]> = [
		['', ''],
		['.', ''],
		['/', ''],
		['./onnx/', 'onnx'],
		['/onnx/quantized', 'onnx/quantized'],
		['con/a:b', 'con/a:b'],
		['../up', undefined],
		['onnx/../..', undefined],
		['onnx//a', undefined],
		['C:\\models', undefined],
		['.git/hooks', undefined],
		['a/.GIT', undefined],
		['.gitless', '.gitless'],
		['a\nb', undefined],
	];
	for (const [typed, meant] of folders) {
		it(`${meant === undefined ? 'does not go' : 'goes'} to the folder ${JSON.stringify(typed)}`, () => {
			assert.equal(parseRepoFolder(typed), meant);
		});
	}
});
