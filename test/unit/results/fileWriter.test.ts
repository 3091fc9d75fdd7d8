import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { FileWriter } from '../../../src/results/fileWriter';

describe('a file that is written whole', () => {
	let folder: string;
	let path: string;
	let writer: FileWriter;

	beforeEach(async () => {
		folder = await mkdtemp(join(tmpdir(), 'hf-workbench-file-'));
		path = join(folder, 'a.json');
		writer = new FileWriter(path);
	});

	afterEach(() => rm(folder, { recursive: true, force: true }));

	it('has the newest content, and the ones between were never asked for', async () => {
		const asked: string[] = [];
		const content = (text: string) => () => {
			asked.push(text);
			return text;
		};
		const writes = ['1', '2', '3', '4'].map(text => writer.write(content(text)));
		await Promise.all(writes);
		assert.equal(await readFile(path, 'utf8'), '4');
		assert.deepEqual(asked, ['1', '4']);
		assert.deepEqual(await readdir(folder), ['a.json']);
	});

	it('has the old content or the new while it is written, never a part', async () => {
		const [one, other] = ['1'.repeat(300_000), '2'.repeat(300_000)];
		await writer.write(() => one);
		let isWriting = true;
		const write = async () => {
			for (let i = 0; i < 10; i++) {
				await writer.write(() => (i % 2 === 0 ? other : one));
			}
		};
		const writing = write().finally(() => (isWriting = false));
		while (isWriting) {
			const seen = await readFile(path, 'utf8');
			assert.ok(seen === one || seen === other);
		}
		await writing;
	});

	it('keeps what was written last when there is no time to wait', async () => {
		const writing = writer.write(() => 'going on');
		writer.writeNow('last');
		await writing;
		await writer.write(() => 'too late');
		assert.equal(await readFile(path, 'utf8'), 'last');
	});

	it('stays away once it is removed', async () => {
		const writing = writer.write(() => 'going on');
		await writer.remove();
		await writing;
		await writer.write(() => 'too late');
		assert.deepEqual(await readdir(folder), []);
	});

	it('can be written after a failure', async () => {
		await rm(folder, { recursive: true });
		await assert.rejects(writer.write(() => 'x'));
		await mkdir(folder);
		await writer.write(() => 'y');
		assert.equal(await readFile(path, 'utf8'), 'y');
	});
});
