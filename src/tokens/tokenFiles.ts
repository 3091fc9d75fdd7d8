import { readFile, stat } from 'node:fs/promises';
import { homedir } from 'node:os';

/** The files of this machine, as far as tokens are concerned. */
export interface TokenFiles {
	readonly home: string;
	/** The text of a small file; `undefined` where there is none that can be read. */
	read(path: string): Promise<string | undefined>;
}

const LARGEST = 64 * 1024;

/** The real disk. */
export const tokenFiles: TokenFiles = {
	home: homedir(),
	read: async path => {
		try {
			const { size } = await stat(path).then(found => (found.isFile() ? found : { size: Infinity }));
			return size <= LARGEST ? await readFile(path, 'utf8') : undefined;
		} catch {
			return undefined;
		}
	},
};
