import type { UploadPlace } from './uploadPlace';

/** Characters of a folder that are said where there is little room. */
const MOST = 24;

/** Where an upload goes to, for a place with little room: of a long folder, the end alone, so that repo and branch are seen. */
export function shortPlace({ repo, into, branch }: UploadPlace): string {
	return `${into === undefined ? '' : `${shortFolder(into)} in `}${repo.id} (${branch})`;
}

function shortFolder(folder: string): string {
	if (folder.length <= MOST) {
		return folder;
	}
	const name = folder.slice(folder.lastIndexOf('/') + 1);
	return name.length < MOST && name !== folder ? `…/${name}` : `…${[...name].slice(-MOST).join('')}`;
}
