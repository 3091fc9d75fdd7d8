import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { withFileLock } from '../../host/fileLock';

describe('withFileLock', () => {
	let folder: string;
	let lock: string;
	const never = () => assert.fail('nobody else holds it');

	beforeEach(() => {
		folder = mkdtempSync(path.join(os.tmpdir(), 'hf-workbench-lock-'));
		lock = path.join(folder, 'deep', 'lock');
	});
	afterEach(() => {
		rmSync(folder, { recursive: true });
	});

	it('lets one in after the other', async () => {
		const log: string[] = [];
		let leave: () => void = never;
		const first = withFileLock(
			lock,
			async () => {
				log.push('first in');
				await new Promise<void>(resolve => (leave = resolve));
				log.push('first out');
			},
			never,
		);
		while (log.length === 0) {
			await new Promise(setImmediate);
		}
		const second = withFileLock(
			lock,
			async () => void log.push('second in'),
			() => {
				log.push('second waits');
				leave();
			},
		);
		await Promise.all([first, second]);
		assert.deepEqual(log, ['first in', 'second waits', 'first out', 'second in']);
	});

	it('lets go when the task fails', async () => {
		await assert.rejects(
			withFileLock(lock, () => Promise.reject(new Error('no space')), never),
			/no space/,
		);
		assert.equal(existsSync(lock), false);
		assert.equal(await withFileLock(lock, async () => 'done', never), 'done');
	});

	it('takes over from a process that has ended without letting go', async () => {
		const { pid } = spawnSync(process.execPath, ['--version']);
		await withFileLock(lock, async () => undefined, never);
		writeFileSync(lock, String(pid));
		assert.equal(
			await withFileLock(
				lock,
				async () => 'done',
				() => undefined,
			),
			'done',
		);
	});
});
