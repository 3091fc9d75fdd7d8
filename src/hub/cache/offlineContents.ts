import type { Problem } from '../../shared/problem';
import { ProblemError } from '../../util/problemError';
import { problemOf } from '../../util/problemOf';
import type { FileEntry, FilePage, FilePart, RepoAt, RepoContents } from '../contents';
import type { CacheReader } from './cacheReader';

type Readable = Pick<RepoContents, 'files' | 'entries' | 'read'>;

/** What keeps one from asking the Hub at all, so that what was downloaded before is all that there is. */
const OFFLINE: ReadonlySet<Problem['code']> = new Set(['network.offlineMode', 'network.offline']);

/** The files of repos, by what the shared cache holds of them where the Hub cannot be asked. */
export class OfflineContents implements Readable {
	constructor(
		private readonly hub: Readable,
		private readonly cache: CacheReader,
	) {}

	async files(at: RepoAt, folder: Parameters<Readable['files']>[1], signal: AbortSignal): Promise<FilePage> {
		try {
			return await this.hub.files(at, folder, signal);
		} catch (error) {
			const insteadOf = problemOf(error);
			const entries = OFFLINE.has(insteadOf.code)
				? await this.cache.entries(at, folder.path, folder.recursive)
				: undefined;
			if (!entries) {
				throw error;
			}
			return { entries, insteadOf };
		}
	}

	async entries(at: RepoAt, paths: readonly string[], signal: AbortSignal): Promise<readonly FileEntry[]> {
		try {
			return await this.hub.entries(at, paths, signal);
		} catch (error) {
			const held = OFFLINE.has(problemOf(error).code) ? await this.cache.entries(at, '', true) : undefined;
			if (!held) {
				throw error;
			}
			return held.filter(({ path }) => paths.includes(path));
		}
	}

	async read(at: RepoAt, path: string, part: FilePart, signal: AbortSignal): Promise<Uint8Array> {
		try {
			return await this.hub.read(at, path, part, signal);
		} catch (error) {
			const bytes = OFFLINE.has(problemOf(error).code) ? await this.cache.read(at, path) : undefined;
			if (!bytes) {
				throw error;
			}
			if ('from' in part) {
				return bytes.subarray(part.from, part.to);
			}
			if (bytes.length > part.most) {
				throw new ProblemError({ code: 'file.tooLarge', file: path, bytes: bytes.length, most: part.most });
			}
			return bytes;
		}
	}
}
