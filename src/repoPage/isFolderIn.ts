import type { RepoAt, RepoContents } from '../hub/contents';
import type { RepoParts } from '../shared/repoPage';

/** Entries of the folder around it that are looked through. */
const MOST_ENTRIES = 20_000;

/**
 * Whether a path of a repo is that of a folder, by the files that are shown where they tell, and else by the Hub's list of what
 * is beside it. What there is not is none.
 */
export async function isFolderIn(
	hub: Pick<RepoContents, 'files'>,
	at: RepoAt,
	path: string,
	{ shown, signal }: { readonly shown: RepoParts['files'] | undefined; readonly signal: AbortSignal },
): Promise<boolean> {
	const parent = path.split('/').slice(0, -1).join('/');
	const row = shown?.rows.find(one => one.path === path);
	if (row || (shown?.folder === parent && !shown.hasMore)) {
		return row?.isFolder ?? false;
	}
	let page = await hub.files(at, { path: parent }, signal);
	for (let seen = 0; ;) {
		const found = page.entries.find(entry => entry.path === path);
		seen += page.entries.length;
		if (found || !page.next || seen >= MOST_ENTRIES) {
			return found?.type === 'folder';
		}
		page = await page.next(signal);
	}
}
