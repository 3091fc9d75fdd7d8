import type { Download } from './download';

/**
 * What the revision's name leads to in the cache (`named`), or would if one of the `others`, which were begun before, were
 * finished.
 */
export function earlierCommits(
	named: string | undefined,
	{ repo, revision, target }: Download,
	others: readonly Download[],
): readonly string[] {
	if (target.kind !== 'cache') {
		return [];
	}
	const same = others.filter(
		other =>
			other.repo.type === repo.type &&
			other.repo.id === repo.id &&
			other.revision === revision &&
			other.target.kind === 'cache' &&
			other.target.root === target.root,
	);
	return [...new Set([...(named === undefined ? [] : [named]), ...same.map(({ commit }) => commit)])];
}
