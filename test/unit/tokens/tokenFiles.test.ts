import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { tokenFiles } from '../../../src/tokens/tokenFiles';
import { UnreadableFile } from '../../../src/tokens/unreadableFile';

describe('tokenFiles', () => {
	let folder: string;
	before(async () => {
		folder = await mkdtemp(join(tmpdir(), 'tokens-'));
	});
	after(() => rm(folder, { recursive: true }));

	const read = async (name: string) => {
		try {
			return await tokenFiles.read(join(folder, name));
		} catch (error) {
			assert.ok(error instanceof UnreadableFile);
			return error.reason;
		}
	};

	it('reads a small file, also along a link, and tells apart what it cannot read', async () => {
		await writeFile(join(folder, 'token'), 'text\n');
		await writeFile(join(folder, 'large'), 'x'.repeat(64 * 1024 + 1));
		await writeFile(join(folder, 'largest'), 'x'.repeat(64 * 1024));
		await symlink(join(folder, 'token'), join(folder, 'link'));
		await symlink(join(folder, 'gone'), join(folder, 'dangling'));
		assert.deepEqual(
			[await read('token'), await read('link'), await read('missing'), await read('dangling')],
			['text\n', 'text\n', undefined, undefined],
		);
		assert.equal((await read('largest'))?.length, 64 * 1024);
		assert.deepEqual([await read('large'), await read('.')], ['tooLarge', 'notAFile']);
	});

	it('waits for no pipe and reads no device that never ends', async function () {
		if (process.platform === 'win32') {
			this.skip();
		}
		await promisify(execFile)('mkfifo', [join(folder, 'pipe')]);
		await symlink('/dev/zero', join(folder, 'device'));
		assert.deepEqual([await read('pipe'), await read('device')], ['notAFile', 'notAFile']);
	});
});
