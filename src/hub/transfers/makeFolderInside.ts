import { mkdir, realpath } from 'node:fs/promises';
import path from 'node:path';
import { ProblemError } from '../../util/problemError';

/**
 * Makes the folder that `file` is going to be in. Refuses when it is not below `root` after all, because a folder on the
 * way is a link to somewhere else.
 */
export async function makeFolderInside(root: string, file: string): Promise<void> {
	const relative = path.relative(root, path.dirname(file));
	if (relative === '') {
		return;
	}
	const top = await realpath(root);
	let folder = top;
	for (const step of relative.split(path.sep)) {
		folder = path.join(folder, step);
		await mkdir(folder, { recursive: true });
		const real = await realpath(folder);
		if (real !== top && !real.startsWith(top + path.sep)) {
			throw new ProblemError({ code: 'file.unsafeName', file: path.relative(root, file) });
		}
	}
}
