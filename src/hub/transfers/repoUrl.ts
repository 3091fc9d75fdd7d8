import type { RepoRef } from '../../shared/repoType';

/** What stands before a repo's id in an address: nothing for models. */
export function repoUrl(hub: string, { type, id }: RepoRef): string {
	return `${hub}/${type === 'model' ? '' : `${type}s/`}${id}`;
}

export function repoApiUrl(hub: string, { type, id }: RepoRef): string {
	return `${hub}/api/${type}s/${id}`;
}

/** The address of a file's content. Every segment is encoded, so that no name can change the address. */
export function fileUrl(hub: string, repo: RepoRef, revision: string, file: string): string {
	const path = file.split('/').map(encodeURIComponent).join('/');
	return `${repoUrl(hub, repo)}/resolve/${encodeURIComponent(revision)}/${path}`;
}
