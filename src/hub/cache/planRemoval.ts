import {
	type CachedRepo,
	type CachedRevision,
	isIncomplete,
	lastUsed,
	ownBytes,
	sizeOfRepo,
} from './cachedRepo';

/** What is taken out of one repo's folder. Paths are relative to the folder, with `/`. */
export interface Removal {
	readonly repo: CachedRepo;
	/** `whole`: nothing of the repo is left. */
	readonly kind: 'whole' | 'parts';
	readonly paths: readonly string[];
	/** What the disk gets back: a blob that another revision uses stays, and does not count. */
	readonly freedBytes: number;
}

/** Removing a whole repo. */
export function removeRepo(repo: CachedRepo): Removal {
	return { repo, kind: 'whole', paths: [], freedBytes: sizeOfRepo(repo) };
}

/** Removing some revisions of a repo, with the refs that lead to them and the blobs that no other revision uses. */
export function removeRevisions(repo: CachedRepo, commits: ReadonlySet<string>): Removal {
	const gone = repo.revisions.filter(({ commit }) => commits.has(commit));
	const kept = repo.revisions.filter(({ commit }) => !commits.has(commit));
	if (kept.length === 0) {
		return removeRepo(repo);
	}
	const used = blobsOf(kept);
	const candidates = blobsOf(gone);
	const blobs = repo.blobs.filter(({ name }) => candidates.has(name) && !used.has(name));
	return {
		repo,
		kind: 'parts',
		paths: [
			...gone.flatMap(({ refs }) => refs.map(ref => `refs/${ref}`)),
			...gone.map(({ commit }) => `snapshots/${commit}`),
			...blobs.map(({ name }) => `blobs/${name}`),
		],
		freedBytes:
			blobs.reduce((sum, { size }) => sum + size, 0) +
			gone.reduce((sum, revision) => sum + ownBytes(revision), 0),
	};
}

/** Removing the repo of a folder, or one revision of it; none where it is not there. */
export function removalsOf(
	repos: readonly CachedRepo[],
	folder: string,
	commit: string | undefined,
): readonly Removal[] {
	const repo = repos.find(one => one.folder === folder);
	if (!repo || (commit !== undefined && !repo.revisions.some(one => one.commit === commit))) {
		return [];
	}
	return [commit === undefined ? removeRepo(repo) : removeRevisions(repo, new Set([commit]))];
}

/**
 * What nobody can use: bytes of downloads that have not been finished and not been written to since `before` (epoch
 * milliseconds), blobs that no revision uses, links and refs that lead nowhere; the repo itself where that is all there is of it.
 * Nothing where there is none.
 */
export function prune(repo: CachedRepo, before: number): Removal | undefined {
	const used = blobsOf(repo.revisions);
	const blobs = repo.blobs.filter(blob =>
		isIncomplete(blob) ? blob.modifiedAt < before : !used.has(blob.name) && blob.modifiedAt < before,
	);
	const links = repo.revisions.flatMap(({ commit, files }) =>
		files.filter(file => file.isDangling).map(({ path }) => `snapshots/${commit}/${path}`),
	);
	const refs = repo.danglingRefs.map(ref => `refs/${ref}`);
	const paths = [...blobs.map(({ name }) => `blobs/${name}`), ...links, ...refs];
	if (paths.length === 0) {
		return undefined;
	}
	const isLeft =
		blobs.length < repo.blobs.length ||
		repo.revisions.some(({ files }) => files.some(({ isDangling }) => !isDangling));
	const freedBytes = blobs.reduce((sum, { size }) => sum + size, 0);
	return isLeft ? { repo, kind: 'parts', paths, freedBytes } : removeRepo(repo);
}

export type CacheOrder = 'largest' | 'oldest';

/** The repos in the order in which one would let them go. */
export function orderRepos(repos: readonly CachedRepo[], by: CacheOrder): readonly CachedRepo[] {
	const key = new Map(repos.map(repo => [repo, by === 'largest' ? -sizeOfRepo(repo) : lastUsed(repo)]));
	return [...repos].sort((a, b) => (key.get(a) ?? 0) - (key.get(b) ?? 0));
}

function blobsOf(revisions: readonly CachedRevision[]): ReadonlySet<string> {
	return new Set(revisions.flatMap(({ files }) => files.flatMap(({ blob }) => blob ?? [])));
}
