import type { CachedRevision } from './cachedRepo';

/** `main` first, then what other names lead to, then what no name leads to any more; of equals the newest first. */
export function orderRevisions(revisions: readonly CachedRevision[]): readonly CachedRevision[] {
	const key = new Map(
		revisions.map(revision => [revision, { rank: rankOf(revision), at: newest(revision) }]),
	);
	const of = (revision: CachedRevision) => key.get(revision) ?? { rank: 0, at: 0 };
	return [...revisions].sort((a, b) => {
		const [one, other] = [of(a), of(b)];
		return one.rank - other.rank || other.at - one.at || (a.commit < b.commit ? -1 : 1);
	});
}

function rankOf({ refs }: CachedRevision): number {
	return refs.includes('main') ? 0 : refs.length > 0 ? 1 : 2;
}

function newest({ files }: CachedRevision): number {
	return files.reduce((latest, { modifiedAt }) => Math.max(latest, modifiedAt), 0);
}
