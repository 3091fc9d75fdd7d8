import { isSafeFilePath } from '../safeFilePath';

/** What git keeps for itself; the Hub takes no path with it. */
const OF_GIT = /(?:^|\/)\.git(?:\/|$)/i;

/** A folder of a repo as it is typed, without slashes around it; `''` is the root. Nothing where it is none. */
export function parseRepoFolder(text: string): string | undefined {
	const folder = text.replace(/^(?:\.?\/)+|\/+$/g, '');
	const isRoot = folder === '' || folder === '.';
	if (isRoot) {
		return '';
	}
	// It is a path of the repo, so the names that a system forbids on its disks do not matter.
	const isSafe = isSafeFilePath(folder, 'linux') && !/\p{Cc}/u.test(folder) && !OF_GIT.test(folder);
	return isSafe ? folder : undefined;
}
