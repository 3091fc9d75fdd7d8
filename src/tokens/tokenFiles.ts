import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { homedir } from 'node:os';
import { UnreadableFile } from './unreadableFile';

/** The files of this machine, as far as tokens are concerned. */
export interface TokenFiles {
	readonly home: string;
	/** The text of a small file; `undefined` where there is none. Throws `UnreadableFile`. */
	read(path: string): Promise<string | undefined>;
}

const LARGEST = 64 * 1024;

/** The real disk. */
export const tokenFiles: TokenFiles = { home: homedir(), read };

async function read(path: string): Promise<string | undefined> {
	let file: FileHandle | undefined;
	try {
		// Without blocking, or a pipe of that name would be waited for until somebody writes to it.
		file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
		return await readAtMost(file, path);
	} catch (error) {
		if (error instanceof UnreadableFile) {
			throw error;
		}
		const { code } = error as NodeJS.ErrnoException;
		if (code === 'ENOENT' || code === 'ENOTDIR') {
			return undefined;
		}
		const isDenied = code === 'EACCES' || code === 'EPERM';
		throw new UnreadableFile(path, isDenied ? 'denied' : code === 'EISDIR' ? 'notAFile' : 'failed');
	} finally {
		await file?.close();
	}
}

/** However large it says it is: some files say 0 and never end. */
async function readAtMost(file: FileHandle, path: string): Promise<string> {
	const stats = await file.stat();
	if (!stats.isFile()) {
		throw new UnreadableFile(path, 'notAFile');
	}
	if (stats.size > LARGEST) {
		throw new UnreadableFile(path, 'tooLarge');
	}
	const buffer = Buffer.alloc(LARGEST + 1);
	let length = 0;
	for (let read = -1; read !== 0 && length <= LARGEST; length += read) {
		({ bytesRead: read } = await file.read(buffer, length, buffer.length - length));
	}
	if (length > LARGEST) {
		throw new UnreadableFile(path, 'tooLarge');
	}
	return buffer.toString('utf8', 0, length);
}
