import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

const SRC = path.resolve(__dirname, '../../../src');

describe('a box that stays open when one clicks elsewhere', () => {
	it('says why, by the one table of reasons', async () => {
		const unexplained: string[] = [];
		for (const file of await readdir(SRC, { recursive: true })) {
			if (!file.endsWith('.ts') || file === path.join('ui', 'staysOpen.ts')) {
				continue;
			}
			const lines = (await readFile(path.join(SRC, file), 'utf8')).split('\n');
			unexplained.push(
				...lines
					.filter(
						line => line.includes('ignoreFocusOut') && !/ignoreFocusOut(?::| =) STAYS_OPEN\./.test(line),
					)
					.map(line => `${file}: ${line.trim()}`),
			);
		}
		assert.deepEqual(unexplained, []);
	});
});
