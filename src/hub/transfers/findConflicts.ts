import { lstat } from 'node:fs/promises';
import path from 'node:path';
import type { Download } from './download';
import { FolderPlacement } from './folderPlacement';
import { isSafeFilePath } from './safeFilePath';

/** The files in the target folder that are not what an earlier download put there, and that this one would replace. */
export async function findConflicts(download: Download): Promise<readonly string[]> {
	const { target, files } = download;
	if (target.kind === 'cache') {
		return [];
	}
	const placement = new FolderPlacement(download, target.path);
	const conflicts: string[] = [];
	for (const [index, file] of files.entries()) {
		if (!isSafeFilePath(file.path)) {
			continue;
		}
		const found = await lstat(path.join(target.path, ...file.path.split('/'))).catch(() => undefined);
		if (found && !(await placement.isInPlace(index))) {
			conflicts.push(file.path);
		}
	}
	return conflicts;
}
