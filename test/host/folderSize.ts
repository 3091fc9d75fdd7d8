import { lstat, readdir } from 'node:fs/promises';
import path from 'node:path';

/** Bytes of all files below a folder. A folder that is being written is summed up as far as it is readable. */
export async function folderSize(folder: string): Promise<number> {
	const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
	let bytes = 0;
	for (const entry of entries) {
		const file = path.join(folder, entry.name);
		if (entry.isDirectory()) {
			bytes += await folderSize(file);
		} else if (entry.isFile()) {
			bytes += await lstat(file).then(
				stats => stats.size,
				() => 0,
			);
		}
	}
	return bytes;
}
