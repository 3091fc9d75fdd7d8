import { randomUUID } from 'node:crypto';
import { link, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Lease } from './lease';

/** Milliseconds between two looks. */
const LOOK = 50;
/** Milliseconds after which a holder is taken to be gone: longer than any work under a lease takes. */
const STALE = 90_000;

/** A lease for all windows of this machine that share a folder: whoever makes the file holds it. */
export function fileLease(folder: string, stale = STALE): Lease {
	return {
		hold: async (name, work) => {
			const file = path.join(folder, `${name.replace(/[^\w-]/g, '_')}.lease`);
			const isHeld = await take(file, stale);
			try {
				return await work();
			} finally {
				if (isHeld) {
					await rm(file, { force: true }).catch(() => undefined);
				}
			}
		},
	};
}

async function take(file: string, stale: number): Promise<boolean> {
	for (const endsAt = Date.now() + stale; Date.now() < endsAt; await delay(LOOK)) {
		try {
			await mkdir(path.dirname(file), { recursive: true });
			await (await open(file, 'wx', 0o600)).close();
			return true;
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
				return false;
			}
		}
		if (await isOlder(file, stale)) {
			await breakLease(file, stale);
		}
	}
	return false;
}

/** Takes a lease away from a holder that is gone; one that somebody else has taken meanwhile is put back. */
async function breakLease(file: string, stale: number): Promise<void> {
	const aside = `${file}.${randomUUID()}`;
	try {
		await rename(file, aside);
		if (!(await isOlder(aside, stale))) {
			await link(aside, file);
		}
	} catch {
		// Another window was faster.
	} finally {
		await rm(aside, { force: true }).catch(() => undefined);
	}
}

async function isOlder(file: string, age: number): Promise<boolean> {
	try {
		return Date.now() - (await stat(file)).mtimeMs > age;
	} catch {
		return false;
	}
}
