import { randomUUID } from 'node:crypto';
import { chmod, mkdir, open, realpath, rename, rm } from 'node:fs/promises';
import path from 'node:path';

const FILE_MODE = 0o600;
const FOLDER_MODE = 0o700;

/**
 * Writes a file of tokens as the `hf` command line would have it (0600, in a folder 0700), and never half of it: whoever
 * reads meanwhile finds the old text or the new one. What the path links to is written, and the link stays.
 */
export async function writeSecretFile(file: string, text: string): Promise<void> {
	await mkdir(path.dirname(file), { recursive: true, mode: FOLDER_MODE });
	const target = await realpath(file).catch(() => file);
	const folder = path.dirname(target);
	const fresh = path.join(folder, `.${path.basename(target)}.${randomUUID()}`);
	try {
		const handle = await open(fresh, 'wx', FILE_MODE);
		try {
			await handle.writeFile(text);
			await handle.sync();
		} finally {
			await handle.close();
		}
		await rename(fresh, target);
	} catch (error) {
		await rm(fresh, { force: true }).catch(() => undefined);
		throw error;
	}
	// The command line does the same with each of its writes, and lets it be where it may not.
	await chmod(folder, FOLDER_MODE).catch(() => undefined);
}
