import type { FileThreadClient } from '../thread/fileThreadClient';
import type { ScanPart, ScannedBlob, ScannedFile } from '../thread/threadMessages';
import type { CachedRepo } from './cachedRepo';
import { repoOfFolder } from './cacheLayout';

/** Everything in a cache folder. A thread walks it, and what it finds comes in small parts. */
export async function scanCache(
	thread: FileThreadClient,
	root: string,
	signal: AbortSignal,
): Promise<readonly CachedRepo[]> {
	const gathered = new ScanGatherer();
	await thread.scan(root, signal, part => gathered.take(part));
	return gathered.repos;
}

interface Found {
	readonly folder: string;
	readonly refs: ReadonlyArray<readonly [string, string]>;
	readonly files: Map<string, ScannedFile[]>;
	readonly blobs: ScannedBlob[];
}

/** Puts the parts of a scan together again. */
export class ScanGatherer {
	private readonly all: CachedRepo[] = [];
	private current: Found | undefined;

	take(part: ScanPart): void {
		switch (part.kind) {
			case 'repo':
				this.finish();
				this.current = { folder: part.folder, refs: part.refs, files: new Map(), blobs: [] };
				return;
			case 'files': {
				const known = this.current?.files.get(part.commit);
				if (known) {
					known.push(...part.files);
				} else {
					this.current?.files.set(part.commit, [...part.files]);
				}
				return;
			}
			case 'blobs':
				this.current?.blobs.push(...part.blobs);
		}
	}

	get repos(): readonly CachedRepo[] {
		this.finish();
		return this.all;
	}

	private finish(): void {
		const found = this.current;
		this.current = undefined;
		const repo = found && repoOfFolder(found.folder);
		if (!found || !repo) {
			return;
		}
		const { folder, refs, files, blobs } = found;
		this.all.push({
			repo,
			folder,
			blobs,
			revisions: [...files].map(([commit, list]) => ({
				commit,
				files: list,
				refs: refs.filter(([, target]) => target === commit).map(([name]) => name),
			})),
			danglingRefs: refs.filter(([, target]) => !files.has(target)).map(([name]) => name),
		});
	}
}
