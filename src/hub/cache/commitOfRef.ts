import { readFile } from 'node:fs/promises';
import type { RepoRef } from '../../shared/repoType';
import { isSafeFilePath } from '../transfers/safeFilePath';
import { CacheLayout } from './cacheLayout';

/** The commit that a branch, tag or pull request leads to in a cache; nothing where it leads to none. */
export async function commitOfRef(
	root: string,
	repo: RepoRef,
	revision: string,
): Promise<string | undefined> {
	const text = isSafeFilePath(revision)
		? await readFile(new CacheLayout(root, repo).ref(revision), 'utf8').catch(() => '')
		: '';
	const commit = text.trim();
	return /^[0-9a-f]{40}$/.test(commit) ? commit : undefined;
}
