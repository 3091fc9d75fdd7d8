import { closeSync, fstatSync, openSync } from 'node:fs';
import path from 'node:path';
import { fileFailure } from '../transfers/upload/fileFailure';
import { SecretScan } from '../transfers/upload/secretScan';
import { hashRange } from './hashRange';
import { startHash } from './startHash';
import type { FileToInspect, Inspected } from './threadMessages';

/** As much of a file's beginning as the Hub looks at, in bytes. */
const SAMPLE_BYTES = 512;

/** Looks into one file of a folder: all of it, or only at its beginning, or says why it cannot. Blocks, so it is for a thread. */
export async function inspectFile(
	folder: string,
	{ path: name, hash, upTo }: FileToInspect,
	isStopped: () => boolean,
): Promise<Inspected> {
	let fd: number | undefined;
	try {
		fd = openSync(path.join(folder, name), 'r');
		const { size, mtimeMs } = fstatSync(fd);
		const isWhole = size <= upTo;
		const running = startHash(hash, size);
		const secrets = new SecretScan();
		let sample = '';
		const look = (bytes: Buffer) => {
			sample ||= bytes.toString('base64', 0, SAMPLE_BYTES);
			secrets.take(bytes);
		};
		await hashRange(fd, running, { from: 0, to: isWhole ? size : SAMPLE_BYTES, isStopped, look });
		return {
			size,
			modifiedAt: mtimeMs,
			sample,
			...(isWhole && { digest: running.digest('hex') }),
			...(isWhole && secrets.found !== undefined && { secret: secrets.found }),
		};
	} catch (error) {
		return { failure: fileFailure(error) };
	} finally {
		if (fd !== undefined) {
			closeSync(fd);
		}
	}
}
