import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tokenFiles } from '../../../src/tokens/tokenFiles';

describe('tokenFiles', () => {
	let folder: string;
	before(async () => {
		folder = await mkdtemp(join(tmpdir(), 'tokens-'));
	});
	after(() => rm(folder, { recursive: true }));

	it('reads a small file, and nothing else', async () => {
		await writeFile(join(folder, 'token'), 'text\n');
		await writeFile(join(folder, 'large'), 'x'.repeat(64 * 1024 + 1));
		const read = (name: string) => tokenFiles.read(join(folder, name));
		assert.deepEqual(
			[await read('token'), await read('large'), await read('missing'), await read('.')],
			['text\n', undefined, undefined, undefined],
		);
	});
});
