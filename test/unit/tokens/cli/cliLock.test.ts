import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { takeCliLock } from '../../../../src/tokens/cli/cliLock';
import { lockHolders } from '../../../../src/tokens/cli/lockHolders';

describe('the lock of the command line’s files', () => {
	let folder: string;
	let file: string;
	beforeEach(async () => {
		folder = await mkdtemp(path.join(tmpdir(), 'cli-lock-'));
		file = path.join(folder, 'it is’s “locked”.lock');
	});
	afterEach(() => rm(folder, { recursive: true }));

	const { platform } = process;
	const isThere = (program: string) => spawnSync(program, ['--version']).error === undefined;

	for (const [index, { program }] of lockHolders('', 1, platform).entries()) {
		it(`is held by ${program} against every other program, and let go`, async function () {
			this.timeout(10_000);
			const [own, others] = [
				lockHolders(file, 1, platform).slice(index, index + 1),
				[...lockHolders(file, 1, platform)],
			];
			if (!isThere(program)) {
				this.skip();
			}
			const lock = await takeCliLock(file, 1, own);
			assert.equal(lock.outcome, 'held');
			assert.equal((await takeCliLock(file, 1, others.reverse())).outcome, 'busy');
			await lock.release();
			const next = await takeCliLock(file, 1, own);
			assert.equal(next.outcome, 'held');
			await next.release();
		});
	}

	const holder = (program: string, ...args: string[]) => ({ program, args, env: {}, busy: 1 });

	it('is not to be had where no program can take it, or one does not answer', async () => {
		const { execPath } = process;
		const useless = [
			holder('no-such-program-here'),
			holder(execPath, '-e', 'process.exitCode = 2'),
			holder(execPath, '-e', 'setInterval(() => undefined, 1000)'),
		];
		const lock = await takeCliLock(file, 0, useless, 300);
		assert.equal(lock.outcome, 'unavailable');
		await lock.release();
	});

	it('is looked for with the next program where one could not take it', async () => {
		const { execPath } = process;
		const good = holder(execPath, '-e', 'console.log("held"); process.stdin.resume()');
		const lock = await takeCliLock(file, 5, [holder('no-such-program-here'), good]);
		assert.equal(lock.outcome, 'held');
		await lock.release();
	});

	it('is the one of the first byte on Windows, with nothing in its script that would have to be quoted', () => {
		const [windows, ...others] = lockHolders('C:\\hf\\stored_tokens.lock', 10, 'win32');
		assert.deepEqual([windows?.program, others.length], ['powershell.exe', 0]);
		assert.ok(!windows?.args.some(arg => arg.includes('"') || arg.includes('stored_tokens')));
	});
});
