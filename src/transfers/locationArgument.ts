import { isSafeFilePath } from '../hub/transfers/safeFilePath';
import type { RepoRef } from '../shared/repoType';
import { isRecord } from '../util/isRecord';
import { repoArgument } from './repoArgument';

/** A file or folder of a repo, as a row of the sidebar names it. */
export interface GivenLocation {
	readonly repo: RepoRef;
	readonly revision: string;
	readonly path: string;
}

/**
 * The file or folder that a command was called for; nothing where it was called for something else. It is a path of the repo:
 * what this machine's disks do not take for a name may well be one there.
 */
export function locationArgument(argument: unknown): GivenLocation | undefined {
	const location = isRecord(argument) && isRecord(argument.location) ? argument.location : {};
	const repo = repoArgument(location);
	const { revision, path } = location;
	return repo && typeof revision === 'string' && typeof path === 'string' && isSafeFilePath(path, 'linux')
		? { repo, revision, path }
		: undefined;
}
