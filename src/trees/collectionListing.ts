import * as vscode from 'vscode';
import type { Collection, CollectionItem, CollectionSummary } from '../hub/collection';
import type { CollectionPage, Hub } from '../hub/hub';
import { cardMarkdown, type Card } from '../ui/card';
import { wordProblem } from '../ui/wordProblem';
import { compactNumber } from '../util/compactNumber';
import { localDate } from '../util/localTime';
import { Latest } from '../util/latest';
import type { Listing, Unknown } from './listing';
import { messageNode } from './messageNode';
import type { Page } from './pagedList';
import { repoNode, type RepoRows } from './repoNode';
import { collectionQuery } from './searchQuery';
import type { TreeNode } from './treeNode';

export interface CollectionListingOptions {
	readonly hub: Hub;
	readonly rows: RepoRows;
	/** Opens a page of the Hub's by its path. */
	readonly openPage: (path: string) => unknown;
}

/** A collection in the tree. Commands know it by `collection`, its slug. */
export interface CollectionNode extends TreeNode {
	readonly collection: string;
}

/** Collections, as their view lists them: each with its repos and papers below it. */
export function collectionListing(options: CollectionListingOptions): Listing<CollectionSummary> {
	const { hub } = options;
	return {
		kind: 'collection',
		page: async (search, signal) => collectionPage(await hub.collections(collectionQuery(search), signal)),
		one: (id, signal) => hub.collection(id, signal),
		node: (parentId, item, isPinned) => collectionNode(parentId, item, isPinned, options),
		words: item => ({ label: item.title, description: description(item), icon: icon(item) }),
	};
}

function collectionPage({ collections, next }: CollectionPage): Page<CollectionSummary> {
	return { items: collections, ...(next && { next: async signal => collectionPage(await next(signal)) }) };
}

function collectionNode(
	parentId: string,
	collection: CollectionSummary | Unknown,
	isPinned: boolean,
	options: CollectionListingOptions,
): CollectionNode {
	const id = `${parentId}/${collection.id}`;
	const items = new Items(collection.id, options.hub);
	return {
		id,
		collection: collection.id,
		item: () => {
			const { Collapsed } = vscode.TreeItemCollapsibleState;
			const isKnown = 'title' in collection;
			const item = new vscode.TreeItem(isKnown ? collection.title : collection.id, Collapsed);
			item.contextValue = isPinned ? 'hfWorkbench.collection.pinned' : 'hfWorkbench.collection';
			item.iconPath = new vscode.ThemeIcon(isKnown ? icon(collection) : 'folder-library');
			if (isKnown) {
				item.description = description(collection);
			} else if (collection.problem) {
				const { title, explanation } = wordProblem(collection.problem);
				item.description = title;
				item.iconPath = new vscode.ThemeIcon('warning');
				item.tooltip = `${title} ${explanation}`;
			}
			return item;
		},
		...('title' in collection && { tooltip: () => cardMarkdown(card(collection)) }),
		children: async () => {
			const rows = (await items.load()).map((item, index) => itemNode(`${id}/${index}`, item, options));
			return rows.length > 0
				? rows
				: [messageNode({ id: `${id}/nothing`, text: 'This collection is empty.', icon: 'info' })];
		},
		reset: () => items.reset(),
		dispose: () => items.reset(),
	};
}

/** The items of a collection, loaded once. */
class Items {
	private readonly requests = new Latest();
	private loaded: readonly CollectionItem[] | undefined;
	private loading: Promise<{ readonly value: Collection } | undefined> | undefined;

	constructor(
		private readonly slug: string,
		private readonly hub: Hub,
	) {}

	async load(): Promise<readonly CollectionItem[]> {
		if (this.loaded) {
			return this.loaded;
		}
		this.loading ??= this.requests.run(signal => this.hub.collection(this.slug, signal));
		const found = await this.loading.finally(() => (this.loading = undefined));
		this.loaded = found?.value.items;
		return this.loaded ?? [];
	}

	reset(): void {
		this.requests.abort();
		this.loaded = undefined;
	}
}

function itemNode(id: string, item: CollectionItem, { openPage, rows }: CollectionListingOptions): TreeNode {
	if (item.type !== 'other') {
		return repoNode(id, item.type, { id: item.id }, false, rows);
	}
	return messageNode({
		id,
		text: item.title,
		description: item.kind,
		icon: item.kind === 'paper' ? 'book' : 'link',
		open: () => openPage(item.path),
	});
}

function description({ owner, upvotes }: CollectionSummary): string {
	return [owner, ...(upvotes > 0 ? [`${compactNumber(upvotes)} ▲`] : [])].join(' · ');
}

function icon(collection: CollectionSummary): string {
	return collection.private ? 'lock' : 'folder-library';
}

function card({
	id,
	title,
	description: about,
	owner,
	upvotes,
	updatedAt,
	private: isPrivate,
}: CollectionSummary): Card {
	return {
		title,
		facts: [
			['Owner', owner],
			['Slug', id],
			['Upvotes', compactNumber(upvotes)],
			['Access', isPrivate ? 'private' : 'public'],
			...(updatedAt === undefined ? [] : [['Updated', localDate(updatedAt)] as const]),
		],
		note: about,
	};
}
