import { randomUUID } from 'node:crypto';
import { cp, mkdir, readlink, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { CacheLayout } from '../cache/cacheLayout';
import { commitOfRef } from '../cache/commitOfRef';
import { checkSpace } from './checkSpace';
import type { Download } from './download';
import { makeFolderInside } from './makeFolderInside';
import type { Place, Placement } from './place';

const COMMIT = /^[0-9a-f]{40}$/;

/** Errors that say nothing about whether there are links. */
const NO_SPACE: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EIO']);

const CACHE_TAG =
	'Signature: 8a477f597d28d172789f06886806bc55\n# This file is a cache directory tag created by Hugging Face Workbench.\n# For information about cache directory tags, see: https://bford.info/cachedir/\n';

/** Whether a file can be made a link to; Windows lets only some users. */
export type MakeLink = (target: string, file: string) => Promise<void>;

/**
 * The shared cache, in the layout that all tools find: the content under its hash, a relative link to it in the snapshot
 * of the commit, and the revision's name last, when everything that it promises is there.
 */
export class CachePlacement implements Placement {
	private readonly layout: CacheLayout;

	constructor(
		private readonly download: Download,
		private readonly root: string,
		private readonly makeLink: MakeLink = (target, file) => symlink(target, file),
	) {
		this.layout = new CacheLayout(root, download.repo);
	}

	async prepare(bytes: number): Promise<void> {
		await mkdir(this.layout.blobs, { recursive: true });
		await mkdir(this.layout.snapshot(this.download.commit), { recursive: true });
		await writeFile(path.join(this.root, 'CACHEDIR.TAG'), CACHE_TAG, { flag: 'wx' }).catch(() => undefined);
		await checkSpace(this.root, bytes);
	}

	async there(index: number): Promise<number> {
		const { tag, size } = this.file(index);
		for (const file of [this.pointer(index), this.layout.blob(tag)]) {
			if ((await sizeOf(file)) === size) {
				return size;
			}
		}
		return Math.min(size, (await sizeOf(this.layout.incomplete(tag))) ?? 0);
	}

	async place(index: number): Promise<Place | undefined> {
		const { tag, size } = this.file(index);
		const pointer = this.pointer(index);
		if ((await sizeOf(pointer)) === size) {
			return undefined;
		}
		await makeFolderInside(this.layout.snapshot(this.download.commit), pointer);
		const blob = this.layout.blob(tag);
		if ((await sizeOf(blob)) === size) {
			await this.point(pointer, blob, false);
			return undefined;
		}
		const incomplete = this.layout.incomplete(tag);
		return {
			incomplete,
			finish: async () => {
				await rename(incomplete, blob);
				await this.point(pointer, blob, true);
			},
		};
	}

	lock(index: number): string {
		return this.layout.lock(this.file(index).tag);
	}

	async complete(): Promise<void> {
		const { repo, revision, commit, supersedes } = this.download;
		if (COMMIT.test(revision)) {
			return;
		}
		const named = await commitOfRef(this.root, repo, revision);
		if (named === commit || (named !== undefined && supersedes?.includes(named) === false)) {
			return;
		}
		const ref = this.layout.ref(revision);
		await makeFolderInside(this.layout.folder, ref);
		// Not among the refs: what is left of it after a crash would be one.
		const written = path.join(this.layout.folder, `.${randomUUID()}.ref`);
		await writeFile(written, commit, { flag: 'wx' });
		await rename(written, ref);
	}

	/** Where there are no links, the content itself is in the snapshot: moved there, or copied from another one's. */
	private async point(pointer: string, blob: string, isNew: boolean): Promise<void> {
		const target = path.relative(path.dirname(pointer), blob);
		try {
			await this.link(target, pointer);
		} catch (error) {
			// It was there, or another window, or another tool, was faster with the same link.
			if ((await readlink(pointer).catch(() => undefined)) === target) {
				return;
			}
			if (error instanceof Error && 'code' in error && NO_SPACE.has(String(error.code))) {
				throw error;
			}
			if (isNew) {
				await rename(blob, pointer);
			} else {
				await cp(blob, `${pointer}.incomplete`);
				await rename(`${pointer}.incomplete`, pointer);
			}
		}
	}

	/** In the place of whatever else is there; mostly nothing is. */
	private async link(target: string, pointer: string): Promise<void> {
		try {
			await this.makeLink(target, pointer);
		} catch (error) {
			const isTaken = error instanceof Error && 'code' in error && error.code === 'EEXIST';
			if (!isTaken || (await readlink(pointer).catch(() => undefined)) === target) {
				throw error;
			}
			await rm(pointer, { force: true });
			await this.makeLink(target, pointer);
		}
	}

	private pointer(index: number): string {
		return this.layout.file(this.download.commit, this.file(index).path);
	}

	private file(index: number) {
		const file = this.download.files[index];
		if (!file) {
			throw new RangeError(`There is no file ${index}`);
		}
		return file;
	}
}

/** Of the file, or of what a link leads to. */
async function sizeOf(file: string): Promise<number | undefined> {
	try {
		const found = await stat(file);
		return found.isFile() ? found.size : undefined;
	} catch {
		return undefined;
	}
}
