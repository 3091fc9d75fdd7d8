import type { RepoRef } from '../shared/repoType';
import { isRepoId } from '../util/isRepoId';
import { ProblemError } from '../util/problemError';

/** Where a repo's pages and files are, after the Hub's address: `/datasets/o/n`. */
export function pagePath({ type, id }: RepoRef): string {
	return type === 'model' ? `/${checked(id)}` : `/${type}s/${checked(id)}`;
}

/** Where a repo is in the API: `/api/datasets/o/n`. */
export function apiPath({ type, id }: RepoRef): string {
	return `/api/${type}s/${checked(id)}`;
}

/** A file's path with each of its segments encoded, so that none can end the path or climb out of it. */
export function encodedPath(path: string): string {
	const segments = path.split('/').filter(segment => segment !== '');
	if (segments.some(segment => segment === '.' || segment === '..')) {
		throw new ProblemError({ code: 'input.invalid', detail: `“${path}” is not a file of a repo.` });
	}
	return segments.map(encodeURIComponent).join('/');
}

function checked(id: string): string {
	if (!isRepoId(id)) {
		throw new ProblemError({ code: 'input.invalid', detail: `“${id}” is not the id of a repo.` });
	}
	return id;
}
