import { readdir, readFile, readlink, stat } from 'node:fs/promises';
import path from 'node:path';
import type { FileEntry, RepoAt } from '../contents';
import { isSafeFilePath } from '../transfers/safeFilePath';
import { CacheLayout } from './cacheLayout';
import { commitOfRef } from './commitOfRef';

const COMMIT = /^[0-9a-f]{40}$/;
const SHA256 = /^[0-9a-f]{64}$/;

/** The files of a revision that the shared cache holds, as whoever reads a repo sees them. */
export class CacheReader {
	/** @param root asked anew each time, so that a changed environment counts */
	constructor(private readonly root: () => string) {}

	/**
	 * What of a folder (`''` for the root) is there, with `recursive` also what is in the folders below; nothing where the cache has
	 * no such revision, or nothing of the folder.
	 */
	async entries(at: RepoAt, folder: string, recursive = false): Promise<readonly FileEntry[] | undefined> {
		const where = await this.place(at, folder);
		const found =
			where === undefined ? undefined : await readdir(where, { withFileTypes: true }).catch(() => undefined);
		if (where === undefined || !found) {
			return undefined;
		}
		const names = found.map(({ name }) => name).filter(name => !name.endsWith('.incomplete'));
		const entries = names.map(name =>
			entry(path.join(where, name), folder === '' ? name : `${folder}/${name}`),
		);
		const here = (await Promise.all(entries)).filter(one => one !== undefined);
		// Never through a link: it could lead back.
		const folders = recursive ? found.filter(one => one.isDirectory()) : [];
		const below = await Promise.all(
			folders.map(({ name }) => this.entries(at, folder === '' ? name : `${folder}/${name}`, true)),
		);
		return [...here, ...below.flatMap(found => found ?? [])];
	}

	/** All of a file; nothing where the cache has it not. */
	async read(at: RepoAt, file: string): Promise<Uint8Array | undefined> {
		const where = await this.place(at, file);
		return where === undefined ? undefined : readFile(where).catch(() => undefined);
	}

	/** Where a file or folder of a revision is, if it is there. */
	private async place(at: RepoAt, file: string): Promise<string | undefined> {
		const { revision } = at;
		if (!(file === '' || isSafeFilePath(file))) {
			return undefined;
		}
		const layout = new CacheLayout(this.root(), at);
		const commit = COMMIT.test(revision) ? revision : await commitOfRef(this.root(), at, revision);
		if (commit === undefined) {
			return undefined;
		}
		return file === '' ? layout.snapshot(commit) : layout.file(commit, file);
	}
}

/** A link leads to the content, which has the name of its hash; of a link that leads nowhere there is no file. */
async function entry(where: string, name: string): Promise<FileEntry | undefined> {
	const found = await stat(where).catch(() => undefined);
	if (!found) {
		return undefined;
	}
	const tag = path.basename(await readlink(where).catch(() => ''));
	const oid = tag !== '' ? tag : Math.floor(found.mtimeMs).toString(16).padStart(16, '0').slice(-8);
	return {
		type: found.isDirectory() ? 'folder' : 'file',
		path: name,
		size: found.isDirectory() ? 0 : found.size,
		isLarge: SHA256.test(tag),
		oid,
	};
}
