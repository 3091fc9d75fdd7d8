import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { isProcessAlive } from './isProcessAlive';
import { isRecord } from './isRecord';
import { thisMachine } from './thisMachine';

/** Milliseconds between two signs of life, and without one until a holder that cannot be looked for is taken to be gone. */
const BEAT = 5_000;
const DEAD = 20_000;
/** Milliseconds between two looks. */
const LOOK = 200;

/**
 * Does something that only one of all windows may do at a time: whoever makes the file holds it. Where it cannot be made,
 * as in a folder that may not be written to, the work is done all the same and says so itself.
 */
export async function whileHolding<T>(
	file: string,
	signal: AbortSignal,
	pause: (milliseconds: number, signal: AbortSignal) => Promise<void>,
	work: () => Promise<T>,
): Promise<T> {
	const own = JSON.stringify({ machine: thisMachine(), process: process.pid, id: randomUUID() });
	for (let taken = await take(file, own); taken !== 'mine'; taken = await take(file, own)) {
		if (taken === 'impossible') {
			return work();
		}
		await pause(LOOK, signal);
		signal.throwIfAborted();
	}
	const beating = setInterval(() => void beat(file, own), BEAT);
	beating.unref();
	try {
		return await work();
	} finally {
		clearInterval(beating);
		if (await isHeldBy(file, own)) {
			await rm(file, { force: true }).catch(() => undefined);
		}
	}
}

async function beat(file: string, own: string): Promise<void> {
	if (await isHeldBy(file, own)) {
		const now = new Date();
		await utimes(file, now, now).catch(() => undefined);
	}
}

/** Another window may have taken it over, as from a machine that was asleep. */
async function isHeldBy(file: string, own: string): Promise<boolean> {
	return (await readFile(file, 'utf8').catch(() => '')) === own;
}

async function take(file: string, own: string): Promise<'mine' | 'held' | 'impossible'> {
	let failure = await make(file, own);
	if (failure === 'ENOENT') {
		await mkdir(path.dirname(file), { recursive: true }).catch(() => undefined);
		failure = await make(file, own);
	}
	if (failure !== 'EEXIST') {
		return failure === undefined ? 'mine' : 'impossible';
	}
	const held = await stat(file).catch(() => undefined);
	const holder = await readFile(file, 'utf8').catch(() => '');
	if (held && (Date.now() - held.mtimeMs > DEAD || hasGone(holder))) {
		await putAside(file, holder);
	}
	return 'held';
}

/** Makes the file, for whoever is first; why it could not be made. */
async function make(file: string, own: string): Promise<string | undefined> {
	try {
		await writeFile(file, own, { flag: 'wx' });
		return undefined;
	} catch (error) {
		return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
	}
}

/** Whether whoever holds a file was of this machine and is there no more. */
function hasGone(holder: string): boolean {
	let value: unknown;
	try {
		value = JSON.parse(holder);
	} catch {
		// Not written yet, or by an earlier version: only its age tells.
		return false;
	}
	return (
		isRecord(value) &&
		value.machine === thisMachine() &&
		typeof value.process === 'number' &&
		!isProcessAlive(value.process)
	);
}

/** Renamed before it is removed, so that of two windows only one takes it away; and nothing else than what was looked at. */
async function putAside(file: string, holder: string): Promise<void> {
	const aside = `${file}.${randomUUID()}`;
	try {
		await rename(file, aside);
		if ((await readFile(aside, 'utf8')) !== holder) {
			// Another window was faster, and holds it by now.
			await link(aside, file).catch(() => undefined);
		}
		await rm(aside, { force: true });
	} catch {
		// It has gone, or cannot be taken away; the next look tells.
	}
}
