import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { lstat, readdir, readFile, readlink } from 'node:fs/promises';
import path from 'node:path';

/** What a check of a cache may find to be so. */
export interface CacheRules {
	/** Whether snapshots hold the files themselves, as where there are no links. */
	readonly copies?: boolean;
	/** Whether a download is allowed to be half done. */
	readonly incomplete?: boolean;
}

/** All files of a snapshot by path, for comparing with what the Hub has. */
export type CachedContents = ReadonlyMap<string, Buffer>;

/**
 * Holds a cache folder against the layout that the tools share, written from its description alone: folders by type and id,
 * blobs named by the hash of their content, snapshots by commit with relative links to blobs of the same repo, refs that
 * name a commit whose snapshot is there. Answers with what each snapshot has, by `repo folder/commit`.
 */
export async function checkCache(
	root: string,
	{ copies = false, incomplete = false }: CacheRules = {},
): Promise<ReadonlyMap<string, CachedContents>> {
	const found = new Map<string, CachedContents>();
	for (const folder of await readdir(root)) {
		if (folder === 'CACHEDIR.TAG' || folder === '.locks') {
			continue;
		}
		assert.match(folder, /^(?:models|datasets|spaces)--[\w.-]+$/);
		const repo = path.join(root, folder);
		const parts = new Set(await readdir(repo));
		assert.deepEqual(
			[...parts].filter(one => !['blobs', 'refs', 'snapshots', '.no_exist'].includes(one)),
			[],
		);
		const blobs = await checkBlobs(path.join(repo, 'blobs'), incomplete);
		const used = new Set<string>();
		for (const commit of parts.has('snapshots') ? await readdir(path.join(repo, 'snapshots')) : []) {
			assert.match(commit, /^[0-9a-f]{40}$/);
			const contents = await checkSnapshot(path.join(repo, 'snapshots', commit), { copies, blobs, used });
			found.set(`${folder}/${commit}`, contents);
		}
		if (!incomplete) {
			assert.deepEqual(
				blobs.filter(blob => !used.has(blob)),
				[],
				'every blob belongs to a snapshot',
			);
			for (const ref of await filesBelow(path.join(repo, 'refs'))) {
				const commit = await readFile(path.join(repo, 'refs', ref), 'utf8');
				assert.match(commit, /^[0-9a-f]{40}$/);
				assert.ok(found.has(`${folder}/${commit}`), `refs/${ref} leads to a snapshot`);
			}
		}
	}
	return found;
}

async function checkBlobs(folder: string, incomplete: boolean): Promise<readonly string[]> {
	const names: string[] = [];
	for (const name of await readdir(folder)) {
		if (incomplete && name.endsWith('.incomplete')) {
			continue;
		}
		const content = await readFile(path.join(folder, name));
		assert.ok((await lstat(path.join(folder, name))).isFile());
		const hash =
			name.length === 64
				? createHash('sha256').update(content)
				: createHash('sha1').update(`blob ${content.length}\0`).update(content);
		assert.equal(hash.digest('hex'), name, 'a blob has the name of its content');
		names.push(name);
	}
	return names;
}

async function checkSnapshot(
	folder: string,
	{ copies, blobs, used }: { copies: boolean; blobs: readonly string[]; used: Set<string> },
): Promise<CachedContents> {
	const contents = new Map<string, Buffer>();
	for (const file of await filesBelow(folder)) {
		const full = path.join(folder, file);
		const kind = await lstat(full);
		if (copies) {
			assert.ok(kind.isFile(), `${file} is a file`);
		} else {
			assert.ok(kind.isSymbolicLink(), `${file} is a link`);
			const target = await readlink(full);
			const depth = file.split(path.sep).length + 1;
			assert.match(target, new RegExp(`^(?:\\.\\./){${depth}}blobs/[0-9a-f]{40}(?:[0-9a-f]{24})?$`));
			const blob = path.basename(target);
			assert.ok(blobs.includes(blob), `${file} leads to a blob`);
			used.add(blob);
		}
		contents.set(file.split(path.sep).join('/'), await readFile(full));
	}
	return contents;
}

async function filesBelow(folder: string): Promise<readonly string[]> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
	return entries
		.filter(entry => !entry.isDirectory())
		.map(entry => path.relative(folder, path.join(entry.parentPath, entry.name)));
}
