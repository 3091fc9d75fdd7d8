import type { RepoAt, RepoContents } from '../hub/contents';
import type { RepoParts } from '../shared/repoPage';

/**
 * Whether a path of a repo is that of a folder, by the files that are shown where they tell, and else by what the Hub says of the
 * path. What there is not is none.
 */
export async function isFolderIn(
	hub: Pick<RepoContents, 'entries'>,
	at: RepoAt,
	path: string,
	{ shown, signal }: { readonly shown: RepoParts['files'] | undefined; readonly signal: AbortSignal },
): Promise<boolean> {
	const parent = path.split('/').slice(0, -1).join('/');
	const row = shown?.rows.find(one => one.path === path);
	if (row || (shown?.folder === parent && !shown.hasMore)) {
		return row?.isFolder ?? false;
	}
	const entries = await hub.entries(at, [path], signal);
	return entries.some(entry => entry.path === path && entry.type === 'folder');
}
