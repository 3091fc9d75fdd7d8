import type { RepoFile, Revision } from './catalogue/repo';
import { gitBlobId, sha1, sha256 } from './digests';

/** What git keeps in the place of a large file. */
export function lfsPointer(file: RepoFile): Uint8Array {
	const size = file.content().byteLength;
	return Buffer.from(
		`version https://git-lfs.github.com/spec/v1\noid sha256:${fileTag(file)}\nsize ${size}\n`,
	);
}

const tags = new WeakMap<RepoFile, string>();

/** The entity tag of a file: its sha256 if it is large, else its git id; without quotes. */
export function fileTag(file: RepoFile): string {
	const tag = tags.get(file) ?? (file.lfs ? sha256(file.content()) : gitBlobId(file.content()));
	tags.set(file, tag);
	return tag;
}

/** What every answer says about the kind of file it carries. */
export function fileHeaders({ path, lfs }: RepoFile): Record<string, string> {
	const name = path.slice(path.lastIndexOf('/') + 1);
	const ascii = name.replace(/[^ -~]|["\\]/g, '_');
	return {
		'Content-Type': lfs ? 'application/octet-stream' : 'text/plain; charset=utf-8',
		'Content-Disposition': `inline; filename*=UTF-8''${encodeURIComponent(name)}; filename="${ascii}";`,
	};
}

/** The newest commit that changed the file, among those that lead to the revision. */
function lastCommitOf(revision: Revision, file: RepoFile): Revision {
	let last = revision;
	while (last.parent?.files.includes(file)) {
		last = last.parent;
	}
	return last;
}

function fileEntry(file: RepoFile, readable: boolean) {
	const content = file.content();
	const entry = { type: 'file' as const, size: content.byteLength, path: file.path };
	if (!file.lfs) {
		return { ...entry, oid: fileTag(file) };
	}
	const pointer = lfsPointer(file);
	const oid = readable ? fileTag(file) : '*'.repeat(64);
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
	const files = new Map(inside.map(file => [file.path, file]));
	return [
		...inside.map(file => fileEntry(file, options.readable)),
		...[...folders].map(path => ({ type: 'directory' as const, oid: sha1(`tree:${path}`), size: 0, path })),
	]
		.filter(entry => shown(entry.path))
		.sort((a, b) => (a.path < b.path ? -1 : 1))
		.map(entry => (options.expand ? { ...entry, ...expanded(revision, files.get(entry.path)) } : entry));
}

/** What `expand` adds to an entry; a folder has no scan. */
function expanded(revision: Revision, file: RepoFile | undefined) {
	const { sha, title, date } = file ? lastCommitOf(revision, file) : revision;
	return {
		lastCommit: { id: sha, title, date },
		...(file ? { securityFileStatus: { status: 'safe' } } : {}),
	};
}

/** The entries of these paths, files and folders, as `paths-info` gives them: what is not there is left out. */
export function pathEntries(
	revision: Revision,
	paths: readonly string[],
	{ expand, readable }: Pick<TreeOptions, 'expand' | 'readable'>,
) {
	const entries = treeEntries(revision, { path: '', recursive: true, expand, readable }) ?? [];
	const wanted = new Set(paths.map(path => path.replace(/\/+$/, '')));
	return entries.filter(({ path }) => wanted.has(path));
}
