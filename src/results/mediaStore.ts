import { copyFile, mkdir, open, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mapMedia } from '../shared/mapMedia';
import { mediaOf } from '../shared/mediaOf';
import type { KeptOutput, Media, MediaFile, Output } from '../shared/output';
import { isRecord } from '../util/isRecord';
import { mediaType, SNIFFED_BYTES } from '../util/mediaType';
import { ProblemError } from '../util/problemError';
import { diskProblem } from '../util/diskProblem';

/** Only the user sees what they made. */
const FOLDER = { recursive: true, mode: 0o700 } as const;
const FILE = { mode: 0o600, flush: true } as const;

/**
 * The pictures, sounds and films of runs: files in one folder per run. Names are numbers, with an ending that is told from
 * the file's first bytes; nothing that a model or a provider says becomes part of a path.
 */
export class MediaStore {
	constructor(readonly folder: string) {}

	/** Where a file of a run is. Both names are ours: they were made here, or checked when the history was read. */
	path(id: string, { name }: MediaFile): string {
		return join(this.folder, id, name);
	}

	/**
	 * Writes what is in an output of pictures, sounds and films into the run's folder. Throws `ProblemError` with the disk's
	 * refusal; nothing of it is left then.
	 */
	async keep(id: string, output: Output): Promise<KeptOutput> {
		const media = mediaOf(output);
		const files = new Map<Media, MediaFile>();
		try {
			if (media.length > 0) {
				await mkdir(join(this.folder, id), FOLDER);
			}
			for (const [index, one] of media.entries()) {
				files.set(one, files.get(one) ?? (await this.write(id, index, one)));
			}
		} catch (error) {
			await this.remove(id).catch(() => undefined);
			await Promise.all(media.map(async one => 'file' in one && rm(one.file, { force: true })));
			throw new ProblemError(diskProblem(error, this.folder), { cause: error });
		}
		return mapMedia(output, one => {
			const file = files.get(one);
			if (!file) {
				throw new Error('A picture, sound or film was not written.');
			}
			return file;
		});
	}

	/** Deletes all files of a run. */
	async remove(id: string): Promise<void> {
		await rm(join(this.folder, id), { recursive: true, force: true });
	}

	/** Deletes the files of all runs but these: those of a window that went away between a file and its run. */
	async removeOthers(ids: ReadonlySet<string>): Promise<void> {
		for (const name of await namesIn(this.folder)) {
			if (!ids.has(name)) {
				await this.remove(name);
			}
		}
	}

	private async write(id: string, index: number, media: Media): Promise<MediaFile> {
		const start = 'bytes' in media ? media.bytes : await firstBytes(media.file);
		const { mimeType, extension } = mediaType(start);
		const name = `${index}.${extension}`;
		const path = join(this.folder, id, name);
		if ('bytes' in media) {
			await writeFile(path, media.bytes, FILE);
			return { mimeType, name, size: media.bytes.length };
		}
		return { mimeType, name, size: await moveFile(media.file, path) };
	}
}

async function firstBytes(path: string): Promise<Uint8Array> {
	const file = await open(path);
	try {
		const { buffer, bytesRead } = await file.read(new Uint8Array(SNIFFED_BYTES), 0, SNIFFED_BYTES, 0);
		return buffer.subarray(0, bytesRead);
	} finally {
		await file.close();
	}
}

/** Moves a file, also to another disk; answers with its size in bytes. */
async function moveFile(from: string, to: string): Promise<number> {
	try {
		await rename(from, to);
	} catch (error) {
		if (!isRecord(error) || error.code !== 'EXDEV') {
			throw error;
		}
		await copyFile(from, to);
		await rm(from, { force: true });
	}
	const file = await open(to);
	try {
		await file.chmod(FILE.mode);
		return (await file.stat()).size;
	} finally {
		await file.close();
	}
}

async function namesIn(folder: string): Promise<readonly string[]> {
	try {
		return await readdir(folder);
	} catch {
		return [];
	}
}
