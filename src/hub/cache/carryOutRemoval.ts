import { realpath, rm } from 'node:fs/promises';
import path from 'node:path';
import { diskProblem } from '../../util/diskProblem';
import { ProblemError } from '../../util/problemError';
import type { Removal } from './planRemoval';

/**
 * Takes out of the cache what was planned: names that lead to it first, so that a tool that looks meanwhile finds either
 * all of a revision or none. Links are removed, never what they lead to.
 */
export async function carryOutRemoval(root: string, { repo, kind, paths }: Removal): Promise<void> {
	const folder = path.join(await realpath(root), repo.folder);
	const order = kind === 'whole' ? ['refs', 'snapshots', 'blobs', ''] : paths;
	try {
		for (const one of order) {
			const target = path.join(folder, ...one.split('/'));
			if (target !== folder && !target.startsWith(folder + path.sep)) {
				throw new ProblemError({ code: 'file.unsafeName', file: one });
			}
			await rm(target, { recursive: true, force: true });
		}
	} catch (error) {
		throw error instanceof ProblemError ? error : new ProblemError(diskProblem(error, folder, 'transfer'));
	}
}
