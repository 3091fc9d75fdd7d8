import { type Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { TakePiece } from './operation';

/** Bytes that may wait to be taken. */
const WAITING = 1024 * 1024;

/** Hands on a body piece by piece. It flows: a body that is read piece by piece stops its socket after each one. */
export function pourBody(body: Readable, take: TakePiece): Promise<void> {
	const taking = new Writable({
		highWaterMark: WAITING,
		write: (bytes: Buffer, _encoding, done) => {
			const waiting = take(bytes);
			if (waiting) {
				void waiting.then(() => done(), done);
			} else {
				done();
			}
		},
	});
	return pipeline(body, taking);
}
