import type { RepoRef } from '../../shared/repoType';
import type { HubFile } from './hubFiles';

/** Where a download goes: the cache that all Hugging Face tools share, or a folder of its own. Paths are absolute. */
export type DownloadTarget =
	| { readonly kind: 'cache'; readonly root: string }
	| { readonly kind: 'folder'; readonly path: string };

/** What is downloaded: files of one commit, known with size and hash before the first byte. */
export interface Download {
	readonly repo: RepoRef;
	/** As it was asked for: a branch, a tag, a pull request or a commit. */
	readonly revision: string;
	/** 40 hex digits. */
	readonly commit: string;
	readonly files: readonly HubFile[];
	readonly target: DownloadTarget;
	/**
	 * The commits that the revision's name may be taken from in the cache: what was known of it when this was begun. It then
	 * stays where something newer has put it, however late this one is resumed. Without them it is taken from any.
	 */
	readonly supersedes?: readonly string[];
}

/** How far a download is. Bytes count what was there already. */
export interface DownloadProgress {
	readonly bytes: number;
	readonly files: number;
}

export function downloadSize({ files }: Pick<Download, 'files'>): number {
	return files.reduce((sum, { size }) => sum + size, 0);
}
