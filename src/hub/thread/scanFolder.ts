import fs from 'node:fs';
import path from 'node:path';
import type { ScanPart, ScannedBlob, ScannedFile } from './threadMessages';

const REPO = /^(?:models|datasets|spaces)--/;
/** As many as are told of at once. */
const BATCH = 250;

/**
 * Everything in a cache folder, in small parts: each repo with its refs, then the files of each revision, then the blobs. A
 * folder that cannot be read counts as empty. Blocks, so it is for a thread.
 */
export function* scanFolder(root: string): Generator<ScanPart> {
	for (const folder of list(root)) {
		if (!folder.isDirectory() || !REPO.test(folder.name)) {
			continue;
		}
		const repo = path.join(root, folder.name);
		yield { kind: 'repo', folder: folder.name, refs: [...readRefs(path.join(repo, 'refs'), '')] };
		const blobs = new Map<string, ScannedBlob>();
		for (const entry of list(path.join(repo, 'blobs'))) {
			const stat = entry.isFile()
				? fs.statSync(path.join(repo, 'blobs', entry.name), { throwIfNoEntry: false })
				: undefined;
			if (stat) {
				blobs.set(entry.name, {
					name: entry.name,
					size: stat.size,
					accessedAt: stat.atimeMs,
					modifiedAt: stat.mtimeMs,
				});
			}
		}
		for (const commit of list(path.join(repo, 'snapshots'))) {
			if (commit.isDirectory()) {
				const files = readSnapshot(path.join(repo, 'snapshots', commit.name), '', blobs);
				yield* batches(files, part => ({ kind: 'files', commit: commit.name, files: part }));
			}
		}
		yield* batches(blobs.values(), part => ({ kind: 'blobs', blobs: part }));
	}
}

function* batches<T>(all: Iterable<T>, make: (part: readonly T[]) => ScanPart): Generator<ScanPart> {
	let part: T[] = [];
	let told = false;
	for (const one of all) {
		part.push(one);
		if (part.length === BATCH) {
			yield make(part);
			told = true;
			part = [];
		}
	}
	if (part.length > 0 || !told) {
		yield make(part);
	}
}

function list(folder: string): fs.Dirent[] {
	try {
		return fs.readdirSync(folder, { withFileTypes: true });
	} catch {
		return [];
	}
}

function* readRefs(folder: string, prefix: string): Generator<readonly [string, string]> {
	for (const entry of list(folder)) {
		const file = path.join(folder, entry.name);
		if (entry.isDirectory()) {
			yield* readRefs(file, `${prefix}${entry.name}/`);
		} else if (entry.isFile()) {
			try {
				yield [prefix + entry.name, fs.readFileSync(file, 'utf8').trim().slice(0, 64)];
			} catch {
				// It has gone since the folder was read, or is not ours to read.
			}
		}
	}
}

function* readSnapshot(
	folder: string,
	prefix: string,
	blobs: ReadonlyMap<string, ScannedBlob>,
): Generator<ScannedFile> {
	for (const entry of list(folder)) {
		const file = path.join(folder, entry.name);
		const relative = prefix + entry.name;
		if (entry.isDirectory()) {
			yield* readSnapshot(file, `${relative}/`, blobs);
		} else if (entry.isSymbolicLink()) {
			yield readLink(file, relative, blobs);
		} else if (entry.isFile()) {
			const stat = fs.statSync(file, { throwIfNoEntry: false });
			if (stat) {
				yield { path: relative, size: stat.size, accessedAt: stat.atimeMs, modifiedAt: stat.mtimeMs };
			}
		}
	}
}

function readLink(file: string, relative: string, blobs: ReadonlyMap<string, ScannedBlob>): ScannedFile {
	const name = path.basename(fs.readlinkSync(file));
	const blob = blobs.get(name);
	if (!blob) {
		return { path: relative, blob: name, isDangling: true, size: 0, accessedAt: 0, modifiedAt: 0 };
	}
	const { size, accessedAt, modifiedAt } = blob;
	return { path: relative, blob: name, size, accessedAt, modifiedAt };
}
