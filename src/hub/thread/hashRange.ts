import type { Hash } from 'node:crypto';
import { readSync } from 'node:fs';

/** A part of an open file that is hashed. */
interface HashedRange {
	/** Bytes. */
	readonly from: number;
	readonly to: number;
	readonly isStopped: () => boolean;
	/** Sees all the bytes on the way, piece by piece; they are others when it has returned. */
	readonly look?: (bytes: Buffer) => void;
	/** Hears after each turn how far it is, in bytes. */
	readonly tell?: (at: number) => void;
}

/** A megabyte at a time was measured to take half as long again: it probably leaves the processor's own cache. */
const READ_BYTES = 128 * 1024;
/** How much is hashed before other questions have a turn. */
const TURN_BYTES = 16 * 1024 * 1024;
/** What is read into it is hashed before anything else has a turn. One for each file would be more work than the file is. */
const piece = Buffer.allocUnsafeSlow(READ_BYTES);

/** Hashes a part of a file in turns, for a thread. Answers with where it ended: where the file does, or where it was stopped. */
export async function hashRange(
	fd: number,
	hash: Hash,
	{ from, to, isStopped, look, tell }: HashedRange,
): Promise<number> {
	let at = from;
	for (let sinceTurn = 0; at < to && !isStopped();) {
		const read = readSync(fd, piece, 0, Math.min(READ_BYTES, to - at), at);
		if (read === 0) {
			break;
		}
		const bytes = piece.subarray(0, read);
		hash.update(bytes);
		look?.(bytes);
		at += read;
		sinceTurn += read;
		if (sinceTurn >= TURN_BYTES) {
			sinceTurn = 0;
			tell?.(at);
			await new Promise(resolve => setImmediate(resolve));
		}
	}
	return at;
}
