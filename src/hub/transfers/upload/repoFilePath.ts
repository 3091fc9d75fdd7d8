import type { UploadSource } from './uploadPlan';

/** Where in the repo a file of the folder has its place. */
export function repoFilePath({ into }: Pick<UploadSource, 'into'>, file: string): string {
	return into === undefined ? file : `${into}/${file}`;
}
