import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FileInput } from '../inference/inputs/inputValue';
import { FILE_TYPES } from '../util/fileTypes';

/** In milliseconds: a form of another window may still be open. */
const YOUNG = 24 * 60 * 60_000;

/** Characters of a name that are kept, from its end. */
const LONGEST_NAME = 100;

/** Pictures and sounds that were pasted or dropped into a form and are files nowhere else, so that their runs can be done again. */
export class InputFiles {
	constructor(private readonly folder: string) {}

	/** Writes a file that only the user can read. `shown` is what it is called, and no part of its path. Nothing if its type is none that models take. */
	async keep(mimeType: string, bytes: Uint8Array, shown?: string): Promise<FileInput | undefined> {
		const extension = Object.keys(FILE_TYPES).find(one => FILE_TYPES[one] === mimeType);
		if (extension === undefined) {
			return undefined;
		}
		await mkdir(this.folder, { recursive: true, mode: 0o700 });
		const file = join(this.folder, `${randomUUID()}.${extension}`);
		await writeFile(file, bytes, { mode: 0o600 });
		const name = shown === undefined || shown === '' ? `Pasted.${extension}` : shown.slice(-LONGEST_NAME);
		return { uri: pathToFileURL(file).href, name, mimeType };
	}

	/** Deletes the files that no run needs any more. */
	async prune(used: ReadonlySet<string>, now: number): Promise<void> {
		const names = await readdir(this.folder).catch(() => []);
		for (const name of names) {
			const file = join(this.folder, name);
			if (!used.has(pathToFileURL(file).href) && now - (await stat(file)).mtimeMs > YOUNG) {
				await rm(file, { force: true });
			}
		}
	}
}
