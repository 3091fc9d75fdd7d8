import { commitOfRef } from '../cache/commitOfRef';
import type { Download } from './download';

/** What the revision's name leads to in the cache, or would if one of the `others`, which were begun before, were finished. */
export async function earlierCommits(
	{ repo, revision, target }: Download,
	others: readonly Download[],
): Promise<readonly string[]> {
	if (target.kind !== 'cache') {
		return [];
	}
	const named = await commitOfRef(target.root, repo, revision);
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
