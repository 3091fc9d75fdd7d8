import { statfs } from 'node:fs/promises';
import { ProblemError } from '../../util/problemError';

/** What a download leaves free on the disk. */
const MARGIN = 64 * 1024 * 1024;

/** Fails when the disk that `folder` is on has no room for so many bytes more. A disk that does not tell is trusted. */
export async function checkSpace(folder: string, bytes: number): Promise<void> {
	const disk = await statfs(folder).catch(() => undefined);
	if (!disk || bytes === 0) {
		return;
	}
	const freeBytes = disk.bavail * disk.bsize;
	if (freeBytes < bytes + MARGIN) {
		throw new ProblemError({ code: 'disk.space', path: folder, neededBytes: bytes, freeBytes });
	}
}
