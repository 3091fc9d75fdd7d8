import type { FileEntry, RepoAt, RepoContents } from './contents';

/** Entries that are looked through for the files of a repo. */
const MOST_ENTRIES = 5_000;

/** Every file of a repo by its path, however deep. A repo with more than 5,000 entries is cut off there, which `isCut` says. */
export async function listAllFiles(
	hub: Pick<RepoContents, 'files'>,
	at: RepoAt,
	signal: AbortSignal,
): Promise<{ readonly files: readonly FileEntry[]; readonly isCut: boolean }> {
	let page = await hub.files(at, { path: '', recursive: true }, signal);
	const entries = [...page.entries];
	while (page.next && entries.length < MOST_ENTRIES) {
		page = await page.next(signal);
		entries.push(...page.entries);
	}
	return { files: entries.filter(({ type }) => type === 'file'), isCut: page.next !== undefined };
}
