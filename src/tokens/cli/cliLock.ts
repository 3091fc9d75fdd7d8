import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type LockHolder, lockHolders } from './lockHolders';

/** How a lock was come by: `unavailable` where this machine has no program that can take one. */
export type LockOutcome = 'held' | 'busy' | 'unavailable';

export interface CliLock {
	readonly outcome: LockOutcome;
	release(): Promise<void>;
}

const NONE: CliLock = { outcome: 'unavailable', release: async () => undefined };
/** Milliseconds that a program may take beside the waiting, to start and to answer. */
const STARTING = 10_000;

/**
 * Takes the lock that `huggingface_hub` takes when it renews a token (`flock` on a file beside `stored_tokens`, on Windows
 * a lock on its first byte), waiting at most so many seconds. Where that cannot be had, writing goes on without: it is
 * atomic, and each file is compared with what was read from it before it is written over.
 */
export async function takeCliLock(
	file: string,
	seconds: number,
	holders: readonly LockHolder[] = lockHolders(file, seconds, process.platform),
	starting = STARTING,
): Promise<CliLock> {
	for (const holder of holders) {
		const lock = await hold(holder, seconds * 1000 + starting);
		if (lock.outcome !== 'unavailable') {
			return lock;
		}
	}
	return NONE;
}

async function hold({ program, args, env, busy }: LockHolder, patience: number): Promise<CliLock> {
	const child = spawn(program, args, {
		stdio: ['pipe', 'pipe', 'ignore'],
		cwd: process.platform === 'win32' ? undefined : '/',
		env: { ...process.env, ...env },
		windowsHide: true,
	});
	// A holder that is gone by then takes no more input.
	child.stdin.on('error', () => undefined);
	const ended = new Promise<LockOutcome>(resolve => {
		child.once('error', () => resolve('unavailable'));
		child.once('exit', code => resolve(code === busy ? 'busy' : 'unavailable'));
	});
	// One that neither answers nor ends is of no use, and what it might still take goes with it.
	const timer = setTimeout(() => child.kill('SIGKILL'), patience);
	const held = once(child.stdout, 'data').then((): LockOutcome => 'held');
	const outcome = await Promise.race([ended, held]);
	clearTimeout(timer);
	return {
		outcome,
		release: async () => {
			child.stdin.end();
			await ended;
		},
	};
}
