import { isRecord } from '../util/isRecord';

/** The files that a command was called for, by their rows. */
export function uploadRowPaths(rows: readonly unknown[]): readonly string[] {
	return rows
		.flat()
		.flatMap(row => (isRecord(row) && typeof row.uploadPath === 'string' ? [row.uploadPath] : []));
}
