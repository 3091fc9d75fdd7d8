import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Problem } from '../shared/problem';
import { diskProblem } from '../util/diskProblem';
import { ProblemError } from '../util/problemError';

/** What an answer holds: in memory, or in a file of its own which is the reader's to take away. */
export type Body = { readonly bytes: Uint8Array } | { readonly file: string };

/** Bytes that are kept in memory. */
const LARGEST_IN_MEMORY = 20_000_000;

/**
 * Reads the body of an answer. One that is larger than 20 MB goes on to a file as it comes, and is never in memory as a whole. A disk
 * that does not take it is a `ProblemError`.
 */
export async function readBody(
	response: Response,
	largest = LARGEST_IN_MEMORY,
	folder = tmpdir(),
): Promise<Body> {
	if (!response.body) {
		return { bytes: new Uint8Array() };
	}
	const chunks: Uint8Array[] = [];
	let size = 0;
	const reader = (response.body as ReadableStream<Uint8Array>).getReader();
	for (;;) {
		const { done, value } = await reader.read();
		if (done) {
			return { bytes: Buffer.concat(chunks) };
		}
		chunks.push(value);
		size += value.length;
		if (size > largest) {
			return { file: await writeRest(chunks, reader, folder) };
		}
	}
}

async function writeRest(
	chunks: readonly Uint8Array[],
	reader: ReadableStreamDefaultReader<Uint8Array>,
	folder: string,
): Promise<string> {
	const file = join(folder, `hf-workbench-${randomUUID()}`);
	try {
		// A file of that name that somebody else has put there is none of ours: it is an error.
		const options = { mode: 0o600, flags: 'wx' } as const;
		await pipeline(Readable.from(all(chunks, reader)), createWriteStream(file, options));
		return file;
	} catch (error) {
		await rm(file, { force: true }).catch(() => undefined);
		const problem = diskProblem(error, folder);
		throw isOfDisk(problem) ? new ProblemError(problem, { cause: error }) : error;
	}
}

async function* all(
	chunks: readonly Uint8Array[],
	reader: ReadableStreamDefaultReader<Uint8Array>,
): AsyncGenerator<Uint8Array> {
	yield* chunks;
	for (let part = await reader.read(); !part.done; part = await reader.read()) {
		yield part.value;
	}
}

/** Any other error is the connection's. */
function isOfDisk({ code }: Problem): boolean {
	return code === 'disk.full' || code === 'disk.permission';
}
