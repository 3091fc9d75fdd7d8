import * as vscode from 'vscode';
import type { FileEntry, RepoContents } from '../hub/contents';
import type { Problem } from '../shared/problem';
import { hubLocation, type HubLocation } from '../ui/hubUri';
import { wordProblemWithoutRun } from '../ui/wordProblemWithoutRun';
import { byteSize } from '../shared/byteSize';
import { problemOf } from '../util/problemOf';
import { canEditorShow } from './canEditorShow';

/** Bytes that are read without being asked for. */
const MOST_BYTES = 20_000_000;
/** Folders whose entries are remembered. */
const MOST_FOLDERS = 200;
/** Entries of one folder that are looked through. */
const MOST_ENTRIES = 20_000;

/** The entries of a folder; `insteadOf` where they are only those that the shared cache holds. */
interface Listing {
	readonly entries: readonly FileEntry[];
	readonly insteadOf: Problem | undefined;
}

/**
 * Repos of the Hub as read-only folders. A folder is listed once and then remembered until the views are refreshed; weights
 * and whatever else is large are never fetched for an editor that happens to open them.
 */
export class HubFileSystem {
	private readonly folders = new Map<string, Promise<Listing>>();

	constructor(private readonly hub: Pick<RepoContents, 'files' | 'read'>) {}

	async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
		const location = located(uri);
		if (location.path === '') {
			return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
		}
		const { type, size, oid } = await this.entry(location, uri);
		return {
			type: type === 'folder' ? vscode.FileType.Directory : vscode.FileType.File,
			ctime: 0,
			// The Hub's lists have no times; another git id is another file.
			mtime: parseInt(oid.slice(0, 8), 16) || 1,
			size,
			permissions: vscode.FilePermission.Readonly,
		};
	}

	async readDirectory(uri: vscode.Uri): Promise<Array<[string, vscode.FileType]>> {
		const { entries } = await this.entries(located(uri), uri);
		return entries.map(({ path, type }) => [
			path.slice(path.lastIndexOf('/') + 1),
			type === 'folder' ? vscode.FileType.Directory : vscode.FileType.File,
		]);
	}

	async readFile(uri: vscode.Uri): Promise<Uint8Array> {
		const location = located(uri);
		const entry = await this.entry(location, uri);
		if (entry.type === 'folder') {
			throw vscode.FileSystemError.FileIsADirectory(uri);
		}
		if (entry.size > MOST_BYTES || (entry.isLarge && !canEditorShow(entry.path))) {
			throw vscode.FileSystemError.Unavailable(
				`${entry.path} (${byteSize(entry.size)}) is not fetched for an editor. Download it from its repo’s row or page.`,
			);
		}
		return this.asked(uri, () =>
			this.hub.read(location, location.path, { most: MOST_BYTES }, new AbortController().signal),
		);
	}

	/** Forgets what was listed. */
	refresh(): void {
		this.folders.clear();
	}

	private async entry(location: HubLocation, uri: vscode.Uri): Promise<FileEntry> {
		const folder = location.path.split('/').slice(0, -1).join('/');
		const { entries, insteadOf } = await this.entries({ ...location, path: folder }, uri);
		const found = entries.find(({ path }) => path === location.path);
		if (!found && insteadOf) {
			throw vscode.FileSystemError.Unavailable(words(insteadOf));
		}
		if (!found) {
			throw vscode.FileSystemError.FileNotFound(uri);
		}
		return found;
	}

	private entries(location: HubLocation, uri: vscode.Uri): Promise<Listing> {
		const key = JSON.stringify(location);
		const known = this.folders.get(key);
		if (known) {
			return known;
		}
		const loading = this.asked(uri, () => this.list(location));
		this.folders.set(key, loading);
		// What only the cache has is looked at anew, since the Hub may be there by then.
		loading.then(
			({ insteadOf }) => insteadOf && this.folders.delete(key),
			() => this.folders.delete(key),
		);
		const [oldest] = this.folders.keys();
		if (this.folders.size > MOST_FOLDERS && oldest !== undefined) {
			this.folders.delete(oldest);
		}
		return loading;
	}

	private async list(location: HubLocation): Promise<Listing> {
		const { signal } = new AbortController();
		let page = await this.hub.files(location, { path: location.path }, signal);
		const { insteadOf } = page;
		const entries = [...page.entries];
		while (page.next && entries.length < MOST_ENTRIES) {
			page = await page.next(signal);
			entries.push(...page.entries);
		}
		return { entries, insteadOf };
	}

	/** The editor shows a file system's errors by their message. */
	private async asked<T>(uri: vscode.Uri, work: () => Promise<T>): Promise<T> {
		try {
			return await work();
		} catch (error) {
			const problem = problemOf(error);
			if (problem.code === 'file.notFound') {
				throw vscode.FileSystemError.FileNotFound(uri);
			}
			throw vscode.FileSystemError.Unavailable(words(problem));
		}
	}
}

/** Of what cannot be asked for, that it was looked for in the cache as well. */
function words(problem: Problem): string {
	const { title, explanation } = wordProblemWithoutRun(problem);
	const isOffline = problem.code === 'network.offlineMode' || problem.code === 'network.offline';
	return `${title} ${isOffline ? 'The shared cache does not have this at this revision. ' : ''}${explanation}`;
}

function located(uri: vscode.Uri): HubLocation {
	const location = hubLocation(uri);
	if (!location) {
		throw vscode.FileSystemError.FileNotFound(uri);
	}
	return location;
}
