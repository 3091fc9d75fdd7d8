import { lstat } from 'node:fs/promises';
import path from 'node:path';
import { ProblemError } from '../../../util/problemError';
import type { UploadFile } from './uploadPlan';

/** A file that is written to meanwhile would arrive as neither what it was nor what it is. */
export async function requireUnchanged(
	folder: string,
	{ path: name, size, modifiedAt }: UploadFile,
): Promise<void> {
	const now = await lstat(path.join(folder, name)).catch(() => undefined);
	if (!now?.isFile() || now.size !== size || now.mtimeMs !== modifiedAt) {
		throw new ProblemError({ code: 'file.changed', file: name });
	}
}
