import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { parseRepoFolder } from '../../../src/hub/transfers/upload/parseRepoFolder';
import type { RepoRef } from '../../../src/shared/repoType';
import { uploadDesk } from './uploadDesk';
import { weights as large } from './weights';

describe('What an upload reaches', function () {
	this.timeout(30_000);
	const { place, repo, write, plan, order, run, onHub } = uploadDesk();

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
