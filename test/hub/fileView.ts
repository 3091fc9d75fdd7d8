import type { RepoFile, Revision } from './catalogue/repo';
import { gitBlobId, sha1, sha256 } from './digests';

/** What git keeps in the place of a large file. */
export function lfsPointer(content: Uint8Array): Uint8Array {
	const oid = sha256(content);
	return Buffer.from(
		`version https://git-lfs.github.com/spec/v1\noid sha256:${oid}\nsize ${content.byteLength}\n`,
	);
}

/** The entity tag of a file: its sha256 if it is large, else its git id; without quotes. */
export function fileTag(file: RepoFile): string {
	return file.lfs ? sha256(file.content()) : gitBlobId(file.content());
}

function fileEntry(file: RepoFile, readable: boolean) {
	const content = file.content();
	const entry = { type: 'file' as const, size: content.byteLength, path: file.path };
	if (!file.lfs) {
		return { ...entry, oid: gitBlobId(content) };
	}
	const pointer = lfsPointer(content);
	const oid = readable ? sha256(content) : '*'.repeat(64);
	return {
		...entry,
		oid: gitBlobId(pointer),
		lfs: { oid, size: content.byteLength, pointerSize: pointer.byteLength },
	};
}

export interface TreeOptions {
	/** The folder to look into; empty for the root. */
	readonly path: string;
	readonly recursive: boolean;
	/** Adds the last commit and the scan's verdict to every entry. */
	readonly expand: boolean;
	/** Whether the caller may read the contents; the hashes of large files are masked otherwise. */
	readonly readable: boolean;
	/** ISO 8601, the date of the last commit. */
	readonly date: string;
}

/** The entries of a folder as `tree` lists them, by path; undefined when there is no such folder. */
export function treeEntries(revision: Revision, options: TreeOptions) {
	const prefix = options.path === '' ? '' : `${options.path}/`;
	const inside = revision.files.filter(file => file.path.startsWith(prefix));
	if (inside.length === 0 && prefix !== '') {
		return undefined;
	}
	const folders = new Set(
		inside.flatMap(file => {
			const parts = file.path.slice(prefix.length).split('/').slice(0, -1);
			return [...parts.keys()].map(depth => prefix + parts.slice(0, depth + 1).join('/'));
		}),
	);
	const shown = (path: string) => options.recursive || !path.slice(prefix.length).includes('/');
	const lastCommit = { id: revision.sha, title: 'Upload files', date: options.date };
	return [
		...inside.map(file => fileEntry(file, options.readable)),
		...[...folders].map(path => ({ type: 'directory' as const, oid: sha1(`tree:${path}`), size: 0, path })),
	]
		.filter(entry => shown(entry.path))
		.sort((a, b) => (a.path < b.path ? -1 : 1))
		.map(entry =>
			options.expand
				? {
						...entry,
						lastCommit,
						...(entry.type === 'file' ? { securityFileStatus: { status: 'safe' } } : {}),
					}
				: entry,
		);
}
