import type { UploadSource } from '../hub/transfers/upload/uploadPlan';

/** Where an upload goes to, in words: the repo, or a folder of it. */
export function uploadPlace({ repo, into }: Pick<UploadSource, 'repo' | 'into'>): string {
	return into === undefined ? repo.id : `${into} in ${repo.id}`;
}
