import path from 'node:path';
import type { FileThreadClient } from '../thread/fileThreadClient';
import { type CachedRepo, isIncomplete } from './cachedRepo';
import { CacheLayout } from './cacheLayout';

/** What a check of a repo's files by their hashes comes to. */
export interface Verification {
	readonly checked: number;
	/** The names of blobs whose content has another hash. */
	readonly damaged: readonly string[];
}

/** Reads every blob of a repo and compares its hash with its name. `tell` hears the bytes that have been read. */
export async function verifyRepo(
	thread: FileThreadClient,
	root: string,
	repo: CachedRepo,
	signal: AbortSignal,
	tell: (bytes: number) => void,
): Promise<Verification> {
	const { blobs: folder } = new CacheLayout(root, repo.repo);
	const damaged: string[] = [];
	let before = 0;
	let checked = 0;
	for (const blob of repo.blobs) {
		// Other tools name some blobs by a tag that is no hash of their content.
		if (isIncomplete(blob) || !/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(blob.name)) {
			continue;
		}
		const hash = blob.name.length === 64 ? 'sha256' : 'git-sha1';
		const { digest } = await thread.hash(path.join(folder, blob.name), hash, signal, bytes =>
			tell(before + bytes),
		);
		checked++;
		if (digest !== blob.name) {
			damaged.push(blob.name);
		}
		before += blob.size;
		tell(before);
	}
	return { checked, damaged };
}
