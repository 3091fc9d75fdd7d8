import { lstat, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ProblemError } from '../../util/problemError';
import { checkSpace } from './checkSpace';
import type { Download } from './download';
import { makeFolderInside } from './makeFolderInside';
import type { Place, Placement } from './place';

/** Seconds that a file may be younger than what is noted about it: file systems round. */
const GRACE = 1;

/**
 * A folder of the user's own. What is on its way is in `.cache/huggingface/download` within it, with a note for each file
 * about the commit and hash that it is of: the names and the form that the Python library's `--local-dir` has.
 */
export class FolderPlacement implements Placement {
	constructor(
		private readonly download: Download,
		private readonly folder: string,
	) {}

	async prepare(bytes: number): Promise<void> {
		await mkdir(this.folder, { recursive: true });
		await makeFolderInside(this.folder, path.join(this.notes, 'note'));
		await writeFile(path.join(this.folder, '.cache', 'huggingface', '.gitignore'), '*', { flag: 'wx' }).catch(
			() => undefined,
		);
		await checkSpace(this.folder, bytes);
	}

	async there(index: number): Promise<number> {
		const { size } = this.file(index);
		if (await this.isInPlace(index)) {
			return size;
		}
		const incomplete = await lstat(this.incomplete(index)).catch(() => undefined);
		return Math.min(size, incomplete?.size ?? 0);
	}

	async place(index: number): Promise<Place | undefined> {
		if (await this.isInPlace(index)) {
			return undefined;
		}
		const file = this.file(index);
		const target = path.join(this.folder, ...file.path.split('/'));
		await makeFolderInside(this.folder, target);
		await makeFolderInside(this.folder, this.incomplete(index));
		const found = await lstat(target).catch(() => undefined);
		if (found && !found.isFile()) {
			// A link would lead elsewhere, and a folder has what the user put into it.
			throw new ProblemError({ code: 'file.unsafeName', file: file.path });
		}
		return {
			incomplete: this.incomplete(index),
			finish: async () => {
				await rename(this.incomplete(index), target);
				const note = `${this.download.commit}\n${file.tag}\n${Date.now() / 1000}\n`;
				// A file of this name: not what a link leads to.
				await rm(this.note(index), { force: true });
				await writeFile(this.note(index), note, { flag: 'wx' });
			},
		};
	}

	complete(): Promise<void> {
		return Promise.resolve();
	}

	/** Whether it is there with the right size and has not been changed since it was put there. */
	async isInPlace(index: number): Promise<boolean> {
		const { path: name, size, tag } = this.file(index);
		const found = await lstat(path.join(this.folder, ...name.split('/'))).catch(() => undefined);
		if (!found?.isFile() || found.size !== size) {
			return false;
		}
		const [, noted, at] = (await readFile(this.note(index), 'utf8').catch(() => '')).split('\n');
		return noted === tag && found.mtimeMs / 1000 - GRACE <= Number(at);
	}

	lock(index: number): string {
		return `${this.incomplete(index)}.lock`;
	}

	private get notes(): string {
		return path.join(this.folder, '.cache', 'huggingface', 'download');
	}

	private note(index: number): string {
		return path.join(this.notes, ...`${this.file(index).path}.metadata`.split('/'));
	}

	private incomplete(index: number): string {
		const { path: name, tag } = this.file(index);
		return path.join(this.notes, ...`${name}.${tag}.incomplete`.split('/'));
	}

	private file(index: number) {
		const file = this.download.files[index];
		if (!file) {
			throw new RangeError(`There is no file ${index}`);
		}
		return file;
	}
}
