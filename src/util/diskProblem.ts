import type { Problem } from '../shared/problem';
import { isRecord } from './isRecord';
import { problemOf } from './problemOf';

/** What an error of the file system means for the user; `purpose` where it is not about the history of runs. */
export function diskProblem(error: unknown, path: string, purpose?: 'transfer'): Problem {
	const about = { path, ...(purpose && { purpose }) };
	switch (isRecord(error) ? error.code : undefined) {
		case 'ENOSPC':
		case 'EDQUOT':
			return { code: 'disk.full', ...about };
		case 'EACCES':
		case 'EPERM':
		case 'EROFS':
		case 'ENOTDIR':
		case 'EEXIST':
			return { code: 'disk.permission', ...about };
		default:
			return problemOf(error);
	}
}
