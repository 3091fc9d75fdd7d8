import type { Removal } from './planRemoval';

/** Whether two plans, made of two looks at the cache, take away the same: the same names, and the same bytes behind them. */
export function isSameRemoval(one: Removal, other: Removal): boolean {
	const [some, others] = [contentOf(one), contentOf(other)];
	return (
		one.kind === other.kind &&
		one.freedBytes === other.freedBytes &&
		some.size === others.size &&
		[...some].every(part => others.has(part))
	);
}

/** Of a whole repo and of a revision, all that is in them goes; when something was last read says nothing about that. */
function contentOf({ repo, kind, paths }: Removal): ReadonlySet<string> {
	const gone = new Set(paths);
	const isGone = (path: string) => kind === 'whole' || gone.has(path);
	return new Set([
		...paths,
		...repo.revisions.flatMap(({ commit, refs, files }) =>
			isGone(`snapshots/${commit}`)
				? [
						`snapshots/${commit}`,
						...refs.map(ref => `refs/${ref}`),
						...files.map(({ path, size, blob }) => `snapshots/${commit}/${path} ${blob ?? ''} ${size}`),
					]
				: [],
		),
		...repo.danglingRefs.filter(ref => isGone(`refs/${ref}`)).map(ref => `refs/${ref}`),
		...repo.blobs
			.filter(({ name }) => isGone(`blobs/${name}`))
			.map(({ name, size, modifiedAt }) => `blobs/${name} ${size} ${modifiedAt}`),
	]);
}
