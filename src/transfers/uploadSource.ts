import path from 'node:path';
import type { UploadSource } from '../hub/transfers/upload/uploadPlan';

/** Files and folders that were chosen, with whether each is a folder. */
export interface Chosen {
	/** An absolute path. */
	readonly path: string;
	readonly isFolder: boolean;
}

/** What is uploaded when these are chosen: all of one folder, or some of what is in the folder that they have in common. */
export function uploadSource(chosen: readonly Chosen[]): Pick<UploadSource, 'folder' | 'only'> | undefined {
	const [first] = chosen;
	if (!first) {
		return undefined;
	}
	if (chosen.length === 1 && first.isFolder) {
		return { folder: first.path };
	}
	let folder = path.dirname(first.path);
	while (!chosen.every(one => isBelow(folder, one.path))) {
		folder = path.dirname(folder);
	}
	const only = chosen.map(one => path.relative(folder, one.path).split(path.sep).join('/'));
	return { folder, only: [...new Set(only)].sort() };
}

function isBelow(folder: string, file: string): boolean {
	const relative = path.relative(folder, file);
	// On Windows, what is on another drive has no relative path, and the topmost folder is its own parent.
	return folder === path.dirname(folder) || (relative !== '' && relative.split(path.sep)[0] !== '..');
}
