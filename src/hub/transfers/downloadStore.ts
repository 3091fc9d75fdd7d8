import { watch } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Problem } from '../../shared/problem';
import { isRepoType } from '../../shared/repoType';
import type { Owned } from '../../util/disposable';
import { isRecord } from '../../util/isRecord';
import { isRepoId } from '../../util/isRepoId';
import type { Download } from './download';
import type { DownloadState } from './downloadJob';
import type { HubFile } from './hubFiles';

/** A download as it is on disk. A running one names the process that runs it, and the machine that this is on. */
export interface StoredDownload {
	readonly id: string;
	readonly startedAt: number;
	readonly download: Download;
	readonly state: DownloadState;
	readonly process: number;
	/** Empty in what an earlier version has written. */
	readonly machine: string;
}

/** How many of the finished are kept. */
const KEPT = 50;
const SHA1 = /^[0-9a-f]{40}$/;
const ID = /^[\w-]{1,64}$/;

/** One file for each download, written when it begins and when its state changes; how far it is, the bytes on disk tell. */
export class DownloadStore {
	/** @param readProblem what a failed download has stored of its problem; whatever it is, there are words for the answer */
	constructor(
		private readonly folder: string,
		private readonly readProblem: (value: unknown) => Problem,
	) {}

	/** Oldest first. A file that cannot be read is passed over. */
	async load(): Promise<readonly StoredDownload[]> {
		const names = await readdir(this.folder).catch(() => []);
		const ids = names.filter(name => name.endsWith('.json')).map(name => name.slice(0, -'.json'.length));
		const all = (await Promise.all(ids.map(id => this.get(id)))).filter(one => one !== undefined);
		return all.sort((a, b) => a.startedAt - b.startedAt);
	}

	/** One as it is on disk now; nothing where it is not there. */
	async get(id: string): Promise<StoredDownload | undefined> {
		const text = ID.test(id) ? await readFile(this.file(id), 'utf8').catch(() => '') : '';
		return readStoredDownload(text, this.readProblem);
	}

	/** Tells of the ids whose files change, whichever window changes them. What cannot be watched does not. */
	async watch(tell: (id: string | undefined) => void): Promise<Owned> {
		try {
			await mkdir(this.folder, { recursive: true });
			const watcher = watch(this.folder, { persistent: false }, (_event, name) => {
				if (name === null || name.endsWith('.json')) {
					tell(name?.slice(0, -'.json'.length));
				}
			});
			watcher.on('error', () => watcher.close());
			return { dispose: () => watcher.close() };
		} catch {
			return { dispose: () => undefined };
		}
	}

	/** Says that a download is being carried on. */
	async beat(id: string): Promise<void> {
		await mkdir(path.join(this.folder, 'alive'), { recursive: true });
		await writeFile(path.join(this.folder, 'alive', id), '');
	}

	/** When that was last said, in epoch milliseconds; 0 for never. */
	async lastBeat(id: string): Promise<number> {
		return (await stat(path.join(this.folder, 'alive', id)).catch(() => undefined))?.mtimeMs ?? 0;
	}

	async endBeat(id: string): Promise<void> {
		await rm(path.join(this.folder, 'alive', id), { force: true });
	}

	async save(stored: StoredDownload): Promise<void> {
		await mkdir(this.folder, { recursive: true });
		const file = this.file(stored.id);
		await writeFile(`${file}.new`, JSON.stringify(stored), { mode: 0o600 });
		await rename(`${file}.new`, file);
	}

	async remove(id: string): Promise<void> {
		await rm(this.file(id), { force: true });
	}

	/** The ids that are too many, of those that have finished. */
	static superfluous(all: readonly StoredDownload[]): readonly string[] {
		const finished = all.filter(({ state }) => state.type === 'finished');
		return finished.slice(0, Math.max(0, finished.length - KEPT)).map(({ id }) => id);
	}

	private file(id: string): string {
		return path.join(this.folder, `${id}.json`);
	}
}

function readStoredDownload(
	text: string,
	readProblem: (value: unknown) => Problem,
): StoredDownload | undefined {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		return undefined;
	}
	if (!isRecord(value) || typeof value.id !== 'string' || !ID.test(value.id)) {
		return undefined;
	}
	const download = readDownload(value.download);
	const state = readState(value.state, readProblem);
	if (!download || !state || typeof value.startedAt !== 'number' || typeof value.process !== 'number') {
		return undefined;
	}
	const machine = typeof value.machine === 'string' ? value.machine : '';
	return { id: value.id, startedAt: value.startedAt, download, state, process: value.process, machine };
}

function readDownload(value: unknown): Download | undefined {
	if (!isRecord(value) || !isRecord(value.repo) || !isRecord(value.target) || !Array.isArray(value.files)) {
		return undefined;
	}
	const { repo, revision, commit, target, supersedes } = value;
	const files = value.files.filter(isHubFile);
	if (
		!isRepoType(repo.type) ||
		typeof repo.id !== 'string' ||
		!isRepoId(repo.id) ||
		typeof revision !== 'string' ||
		typeof commit !== 'string' ||
		!SHA1.test(commit) ||
		files.length !== value.files.length
	) {
		return undefined;
	}
	const place = target.kind === 'cache' ? target.root : target.path;
	if (typeof place !== 'string' || !path.isAbsolute(place)) {
		return undefined;
	}
	return {
		repo: { type: repo.type, id: repo.id },
		revision,
		commit,
		files,
		target: target.kind === 'cache' ? { kind: 'cache', root: place } : { kind: 'folder', path: place },
		...(Array.isArray(supersedes) && { supersedes: supersedes.filter(one => typeof one === 'string') }),
	};
}

function isHubFile(value: unknown): value is HubFile {
	return (
		isRecord(value) &&
		typeof value.path === 'string' &&
		Number.isSafeInteger(value.size) &&
		typeof value.tag === 'string' &&
		/^(?:[0-9a-f]{40}(?:[0-9a-f]{24})?|\*{64})$/.test(value.tag) &&
		(value.hash === 'sha256' || value.hash === 'git-sha1')
	);
}

function readState(value: unknown, readProblem: (value: unknown) => Problem): DownloadState | undefined {
	if (!isRecord(value)) {
		return undefined;
	}
	switch (value.type) {
		case 'running':
		case 'stopped':
		case 'interrupted':
			return { type: value.type };
		case 'finished':
			return { type: 'finished', at: Number(value.at) };
		case 'failed':
			return { type: 'failed', problem: readProblem(value.problem) };
		default:
			return undefined;
	}
}
