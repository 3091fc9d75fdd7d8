import type { RepoRef } from './repoType';

/** The two parts of a repo's id; one of the Hub's first models has no owner. */
export function ownerAndName({ id }: RepoRef): readonly [owner: string, name: string] {
	const slash = id.indexOf('/');
	return [id.slice(0, Math.max(0, slash)), id.slice(slash + 1)];
}
