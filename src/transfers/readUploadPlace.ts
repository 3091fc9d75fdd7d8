import { parseRepoFolder } from '../hub/transfers/upload/parseRepoFolder';
import { isRepoType } from '../shared/repoType';
import { isRecord } from '../util/isRecord';
import { isRepoId } from '../util/isRepoId';
import type { UploadPlace } from './uploadPlace';

/** Reads a place as it was kept; nothing where it is none. */
export function readUploadPlace(value: unknown): UploadPlace | undefined {
	if (!isRecord(value) || !isRecord(value.repo)) {
		return undefined;
	}
	const { repo, branch } = value;
	const into = typeof value.into === 'string' ? parseRepoFolder(value.into) : '';
	return isRepoType(repo.type) &&
		typeof repo.id === 'string' &&
		isRepoId(repo.id) &&
		typeof branch === 'string' &&
		into !== undefined
		? { repo: { type: repo.type, id: repo.id }, branch, ...(into !== '' && { into }) }
		: undefined;
}
