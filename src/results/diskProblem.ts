import type { Problem } from '../shared/problem';
import { isRecord } from '../util/isRecord';
import { problemOf } from '../util/problemOf';

/** What an error of the file system means for the user. */
export function diskProblem(error: unknown, path: string): Problem {
	switch (isRecord(error) ? error.code : undefined) {
		case 'ENOSPC':
		case 'EDQUOT':
			return { code: 'disk.full', path };
		case 'EACCES':
		case 'EPERM':
		case 'EROFS':
		case 'ENOTDIR':
		case 'EEXIST':
			return { code: 'disk.permission', path };
		default:
			return problemOf(error);
	}
}
