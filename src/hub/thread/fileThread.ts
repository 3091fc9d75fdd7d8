import type { Hash } from 'node:crypto';
import {
	closeSync,
	constants,
	fstatSync,
	ftruncateSync,
	lstatSync,
	openSync,
	unlinkSync,
	writeSync,
} from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { hashRange } from './hashRange';
import { inspectFile } from './inspectFile';
import { scanFolder } from './scanFolder';
import { startHash } from './startHash';
import type { HashName, Inspected, ScanPart, ThreadAnswer, ThreadQuestion } from './threadMessages';

/**
 * The thread for what would hold the extension host: hashing, writing and scanning. It is a bundle of its own, and reads
 * and writes only the files that it is told to.
 */

/** What is told of a scan at a time, in files; and how often before something has been taken in. */
const SCAN_BATCH = 250;
const ON_THE_WAY = 2;

interface OpenFile {
	readonly fd: number;
	readonly hashName: HashName;
	readonly size: number;
	hash: Hash;
	at: number;
}

const files = new Map<number, OpenFile>();
const stopped = new Set<number>();
/** Scans that wait for what they found to be taken in. */
const taken = new Map<number, () => void>();

function answer(message: ThreadAnswer, transfer: readonly ArrayBuffer[] = []): void {
	parentPort?.postMessage(message, transfer);
}

/** What is written is a file of this name, never what a link that somebody has put there leads to. */
function openOwn(path: string): number {
	if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()) {
		unlinkSync(path);
	}
	// Windows knows no such flag.
	const noFollow = (constants as { readonly O_NOFOLLOW?: number }).O_NOFOLLOW ?? 0;
	return openSync(path, constants.O_RDWR | constants.O_CREAT | noFollow, 0o666);
}

async function open({ id, path, size, hash }: Extract<ThreadQuestion, { type: 'open' }>): Promise<void> {
	const file: OpenFile = {
		fd: openOwn(path),
		hashName: hash,
		size,
		hash: startHash(hash, size),
		at: 0,
	};
	files.set(id, file);
	let there = fstatSync(file.fd).size;
	if (there > size) {
		ftruncateSync(file.fd, 0);
		there = 0;
	}
	const isStopped = () => stopped.has(id);
	file.at = await hashRange(file.fd, file.hash, { from: 0, to: there, isStopped });
	if (isStopped()) {
		close(id);
		answer({ type: 'ended', id });
	} else {
		answer({ type: 'opened', id, offset: file.at });
	}
}

function write({ id, buffer, length }: Extract<ThreadQuestion, { type: 'write' }>): void {
	const file = opened(id);
	const bytes = new Uint8Array(buffer, 0, length);
	for (let done = 0; done < length;) {
		done += writeSync(file.fd, bytes, done, length - done, file.at + done);
	}
	file.hash.update(bytes);
	file.at += length;
	answer({ type: 'written', id, buffer }, [buffer]);
}

function rewind(id: number): void {
	const file = opened(id);
	ftruncateSync(file.fd, 0);
	file.hash = startHash(file.hashName, file.size);
	file.at = 0;
	answer({ type: 'ended', id });
}

function close(id: number): void {
	const file = files.get(id);
	files.delete(id);
	stopped.delete(id);
	if (file) {
		closeSync(file.fd);
	}
}

function opened(id: number): OpenFile {
	const file = files.get(id);
	if (!file) {
		throw new Error('The file is not open.');
	}
	return file;
}

async function hashFile({ id, path, hash }: Extract<ThreadQuestion, { type: 'hash' }>): Promise<void> {
	const fd = openSync(path, 'r');
	try {
		const { size } = fstatSync(fd);
		const running = startHash(hash, size);
		const end = await hashRange(fd, running, {
			from: 0,
			to: size,
			isStopped: () => stopped.has(id),
			tell: bytes => answer({ type: 'progress', id, bytes }),
		});
		if (stopped.delete(id)) {
			answer({ type: 'ended', id });
		} else {
			answer({ type: 'done', id, digest: running.digest('hex'), size: end });
		}
	} finally {
		closeSync(fd);
	}
}

async function inspect({
	id,
	folder,
	files: wanted,
}: Extract<ThreadQuestion, { type: 'inspect' }>): Promise<void> {
	const isStopped = () => stopped.has(id);
	const found: Inspected[] = [];
	for (const file of wanted) {
		if (isStopped()) {
			break;
		}
		found.push(await inspectFile(folder, file, isStopped));
		await new Promise(resolve => setImmediate(resolve));
	}
	stopped.delete(id);
	answer({ type: 'inspected', id, files: found });
}

/** Goes on only as fast as what it finds is taken in: what waits there is taken in at one go, and holds whoever takes it. */
async function scan({ id, root }: Extract<ThreadQuestion, { type: 'scan' }>): Promise<void> {
	let parts: ScanPart[] = [];
	let weight = 0;
	let onTheWay = 0;
	const send = async () => {
		answer({ type: 'scanned', id, parts });
		[parts, weight] = [[], 0];
		onTheWay++;
		if (onTheWay >= ON_THE_WAY) {
			await new Promise<void>(resolve => taken.set(id, resolve));
			onTheWay--;
		}
	};
	for (const part of scanFolder(root)) {
		parts.push(part);
		weight += part.kind === 'repo' ? 1 : (part.kind === 'files' ? part.files : part.blobs).length;
		if (weight >= SCAN_BATCH) {
			await send();
		}
		if (stopped.has(id)) {
			break;
		}
	}
	await send();
	taken.delete(id);
	stopped.delete(id);
	answer({ type: 'ended', id });
}

async function handle(question: ThreadQuestion): Promise<void> {
	const { id } = question;
	switch (question.type) {
		case 'open':
			return open(question);
		case 'write':
			return write(question);
		case 'rewind':
			return rewind(id);
		case 'finish': {
			const file = opened(id);
			// The file's own: another program may have written to it, which no hash of ours knows of.
			const { size } = fstatSync(file.fd);
			close(id);
			return answer({ type: 'done', id, digest: file.hash.digest('hex'), size });
		}
		case 'close':
			close(id);
			return answer({ type: 'ended', id });
		case 'hash':
			return hashFile(question);
		case 'inspect':
			return inspect(question);
		case 'scan':
			return scan(question);
		case 'next':
			return taken.get(id)?.();
		case 'stop':
			stopped.add(id);
			taken.get(id)?.();
	}
}

parentPort?.on('message', (question: ThreadQuestion) => {
	handle(question).catch((error: unknown) => {
		const code = error instanceof Error && 'code' in error ? String(error.code) : '';
		const message = error instanceof Error ? error.message : String(error);
		answer({ type: 'failed', id: question.id, code, message });
	});
});
