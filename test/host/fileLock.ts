import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const pollMs = 250;

/**
 * Runs `task` while no other process holds the lock file. A lock whose process has ended is taken over.
 * `onWait` is called once if another process is at it.
 */
export async function withFileLock<T>(file: string, task: () => Promise<T>, onWait: () => void): Promise<T> {
	await mkdir(path.dirname(file), { recursive: true });
	let waited = false;
	while (!(await tryLock(file))) {
		if (!waited) {
			waited = true;
			onWait();
		}
		await delay(pollMs);
	}
	try {
		return await task();
	} finally {
		await rm(file, { force: true });
	}
}

async function tryLock(file: string): Promise<boolean> {
	try {
		await writeFile(file, String(process.pid), { flag: 'wx' });
		return true;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
			throw error;
		}
	}
	const holder = Number(await readFile(file, 'utf8').catch(() => ''));
	if (holder && !isRunning(holder)) {
		await rm(file, { force: true });
	}
	return false;
}

function isRunning(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}
