import type { RepoRef } from '../../shared/repoType';
import type { ScannedBlob, ScannedFile } from '../thread/threadMessages';

/** One commit of a repo in the cache. */
export interface CachedRevision {
	/** 40 hex digits. */
	readonly commit: string;
	/** The branches, tags and pull requests that lead here. */
	readonly refs: readonly string[];
	readonly files: readonly ScannedFile[];
}

/** A repo in the cache, from whichever tool. */
export interface CachedRepo {
	readonly repo: RepoRef;
	/** Its folder's name. */
	readonly folder: string;
	readonly revisions: readonly CachedRevision[];
	readonly blobs: readonly ScannedBlob[];
	/** Refs that name a commit which is not there. */
	readonly danglingRefs: readonly string[];
}

export function isIncomplete({ name }: ScannedBlob): boolean {
	return name.endsWith('.incomplete');
}

/** What the repo takes on disk: each blob once, and the files of snapshots that are no links. */
export function sizeOfRepo({ blobs, revisions }: CachedRepo): number {
	const kept = blobs.reduce((sum, { size }) => sum + size, 0);
	return kept + revisions.reduce((sum, revision) => sum + ownBytes(revision), 0);
}

/** What is in a revision, whether another one shares it or not. */
export function sizeOfRevision({ files }: CachedRevision): number {
	const blobs = new Map<string, number>();
	let own = 0;
	for (const { blob, size } of files) {
		if (blob === undefined) {
			own += size;
		} else {
			blobs.set(blob, size);
		}
	}
	return [...blobs.values()].reduce((sum, size) => sum + size, own);
}

/** The bytes of files that are in the snapshot itself. */
export function ownBytes({ files }: CachedRevision): number {
	return files.reduce((sum, { blob, size }) => sum + (blob === undefined ? size : 0), 0);
}

/** When something of the repo was last read, or written where the file system does not note readings; epoch milliseconds. */
export function lastUsed({ blobs, revisions }: CachedRepo): number {
	let last = 0;
	for (const { accessedAt, modifiedAt } of [...blobs, ...revisions.flatMap(({ files }) => files)]) {
		last = Math.max(last, accessedAt, modifiedAt);
	}
	return last;
}
