import type { UploadPlace } from './uploadPlace';

/** Where an upload goes to, in words: the repo, or a folder of it. */
export function placeWords({ repo, into }: Pick<UploadPlace, 'repo' | 'into'>): string {
	return into === undefined ? repo.id : `${into} in ${repo.id}`;
}
