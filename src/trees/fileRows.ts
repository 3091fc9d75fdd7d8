import * as vscode from 'vscode';
import type { FileEntry, FilePage, RepoContents } from '../hub/contents';
import type { RepoRef } from '../shared/repoType';
import { hubUri, type HubLocation } from '../ui/hubUri';
import { byteSize } from '../shared/byteSize';
import { Disposable } from '../util/disposable';
import { messageNode } from './messageNode';
import { moreNode } from './moreNode';
import { PagedList, type Page } from './pagedList';
import { problemNode } from './problemNode';
import type { TreeNode } from './treeNode';

export interface FileRowsOptions {
	readonly hub: Pick<RepoContents, 'files'>;
	/** Draws a row again, and what is below it. */
	readonly redraw: (node: TreeNode) => void;
	/** What a click on a file does. */
	readonly openFile: (location: HubLocation, entry: FileEntry) => unknown;
}

/** A file or folder in the tree. Commands know it by `location`. */
export interface FileNode extends TreeNode {
	readonly location: HubLocation;
}

/** The files below the rows of a view. Each folder is listed once, however many rows show it. */
export class FileRows extends Disposable {
	private readonly folders = new Map<string, PagedList<FileEntry>>();
	/** The folders of which only what the shared cache holds is listed. */
	private readonly cached = new Set<string>();
	/** Below which rows a folder is shown, to be drawn again when it has more. */
	private readonly shownBelow = new Map<string, Set<TreeNode>>();

	/** Below the rows of a folder that has more, by the row that it is shown below. */
	private mores = new WeakMap<TreeNode, TreeNode>();

	constructor(private readonly options: FileRowsOptions) {
		super();
		this.register({ dispose: () => this.reset() });
	}

	/** The rows of a repo's root, at its default branch. */
	below(parent: TreeNode, { type, id }: RepoRef): Promise<readonly TreeNode[]> {
		return this.rows(parent, { type, id, revision: 'main', path: '' });
	}

	/** Forgets what was listed, and ends what is being listed. */
	reset(): void {
		for (const folder of this.folders.values()) {
			folder.dispose();
		}
		this.folders.clear();
		this.cached.clear();
		this.shownBelow.clear();
		this.mores = new WeakMap();
	}

	private async rows(parent: TreeNode, location: HubLocation): Promise<readonly TreeNode[]> {
		const key = JSON.stringify(location);
		const shown = this.shownBelow.get(key) ?? new Set();
		this.shownBelow.set(key, shown.add(parent));
		const list = this.folder(key, location);
		await list.load();
		const { id } = parent;
		const entries = [...list.items].sort(foldersFirst);
		return [
			...(this.cached.has(key) && location.path === '' ? [fromCache(id)] : []),
			...entries.map(entry => this.row(id, { ...location, path: entry.path }, entry)),
			...(list.problem ? [problemNode(id, list.problem, () => list.retry())] : []),
			...((list.hasMore || list.isLoading) && !list.problem ? [this.more(parent, list)] : []),
			...(entries.length === 0 && !list.problem
				? [messageNode({ id: `${id}/nothing`, text: 'No files.', icon: 'info' })]
				: []),
		];
	}

	private folder(key: string, location: HubLocation): PagedList<FileEntry> {
		const known = this.folders.get(key);
		if (known) {
			return known;
		}
		const { hub, redraw } = this.options;
		const list = new PagedList<FileEntry>({
			first: async signal => {
				const first = await hub.files(location, { path: location.path }, signal);
				if (first.insteadOf) {
					this.cached.add(key);
				} else {
					this.cached.delete(key);
				}
				return page(first);
			},
			key: ({ path }) => path,
			changed: () => this.shownBelow.get(key)?.forEach(redraw),
			waiting: () => this.shownBelow.get(key)?.forEach(parent => redraw(this.more(parent, list))),
		});
		this.folders.set(key, list);
		return list;
	}

	/** The same one for a row and its list, so that the editor can draw it again by itself. */
	private more(parent: TreeNode, list: PagedList<FileEntry>): TreeNode {
		const made = this.mores.get(parent) ?? moreNode(parent.id, list);
		this.mores.set(parent, made);
		return made;
	}

	private row(parentId: string, location: HubLocation, entry: FileEntry): FileNode {
		// A file may be called as a row of ours is, such as `more`; the editor draws no tree in which two rows have one id.
		const id = `${parentId}/:${entry.path.slice(entry.path.lastIndexOf('/') + 1)}`;
		const isFolder = entry.type === 'folder';
		const node: FileNode = {
			id,
			location,
			item: () => fileItem(location, entry),
			...(isFolder
				? { children: () => this.rows(node, location) }
				: { open: () => this.options.openFile(location, entry) }),
		};
		return node;
	}
}

function fileItem(location: HubLocation, entry: FileEntry): vscode.TreeItem {
	const { Collapsed, None } = vscode.TreeItemCollapsibleState;
	const isFolder = entry.type === 'folder';
	const name = entry.path.slice(entry.path.lastIndexOf('/') + 1);
	const item = new vscode.TreeItem(name, isFolder ? Collapsed : None);
	// The icon is that of the user's file icon theme.
	item.resourceUri = hubUri(location);
	item.iconPath = isFolder ? vscode.ThemeIcon.Folder : vscode.ThemeIcon.File;
	item.contextValue = isFolder ? 'hfWorkbench.folder' : 'hfWorkbench.file';
	item.tooltip = isFolder ? entry.path : `${entry.path}, ${byteSize(entry.size)}`;
	if (!isFolder) {
		item.description = byteSize(entry.size);
	}
	return item;
}

function fromCache(parentId: string): TreeNode {
	return messageNode({
		id: `${parentId}/fromCache`,
		text: 'From the cache',
		description: 'the Hub cannot be asked',
		icon: 'debug-disconnect',
	});
}

function foldersFirst(one: FileEntry, other: FileEntry): number {
	return Number(other.type === 'folder') - Number(one.type === 'folder');
}

function page({ entries, next }: FilePage): Page<FileEntry> {
	return { items: entries, ...(next && { next: async signal => page(await next(signal)) }) };
}
