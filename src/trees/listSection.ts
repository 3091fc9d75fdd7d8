import type * as vscode from 'vscode';
import { Disposable } from '../util/disposable';
import type { Listed, Listing, Unknown } from './listing';
import { KIND_WORDS } from './listKind';
import { messageNode } from './messageNode';
import { moreNode } from './moreNode';
import { PagedList } from './pagedList';
import { problemNode } from './problemNode';
import type { Search } from './search';
import { sectionItem, type SectionLook } from './sectionItem';
import { rowsAfter } from './rowsAfter';
import type { Shelf } from './shelf';
import type { TreeNode } from './treeNode';

export interface ListSectionOptions<S extends Listed> {
	readonly look: SectionLook;
	readonly search: Search;
	/** What stands there when the list is empty. */
	readonly nothing: string;
	readonly listing: Listing<S>;
	readonly shelf: Shelf<S>;
	readonly redraw: (section: TreeNode) => void;
}

/** A list of the Hub's, loaded when it is expanded and page by page after that. Commands know its search by `search`. */
export class ListSection<S extends Listed> extends Disposable implements TreeNode {
	readonly search: Search;
	private readonly list: PagedList<S>;
	private readonly more: TreeNode;
	private rows = new Map<S | Unknown, TreeNode>();

	constructor(private readonly options: ListSectionOptions<S>) {
		super();
		const { listing, search, shelf, redraw } = options;
		this.search = search;
		this.list = this.register(
			new PagedList<S>({
				first: signal => listing.page(search, signal),
				key: ({ id }) => id,
				changed: () => redraw(this),
				waiting: () => redraw(this.more),
				arrived: items => shelf.put(items),
			}),
		);
		const { many } = KIND_WORDS[listing.kind];
		this.more = moreNode(
			this.id,
			this.list,
			() => `Load the next ${rowsAfter(this.list.items.length)} ${many}`,
		);
		this.register(shelf.pins.onDidChange(() => (this.rows = new Map())));
	}

	get id(): string {
		return this.options.look.id;
	}

	item(): vscode.TreeItem {
		return sectionItem(this.options.look);
	}

	async children(): Promise<readonly TreeNode[]> {
		await this.list.load();
		const { shelf } = this.options;
		const rows = this.list.items.map(item => this.row(shelf.latest(item)));
		return [...rows, ...this.tail(rows.length === 0)];
	}

	reset(): void {
		this.rows = new Map();
		this.list.reset();
	}

	/** The same row for the same item, so that what is loaded below it stays. */
	private row(item: S | Unknown): TreeNode {
		const known = this.rows.get(item);
		if (known) {
			return known;
		}
		const { listing, shelf } = this.options;
		const row = listing.node(this.id, item, shelf.pins.has(item.id));
		this.rows.set(item, row);
		return row;
	}

	/** What stands below the rows: more of them, how they are coming, or why they are not. */
	private tail(isEmpty: boolean): readonly TreeNode[] {
		const { list, id } = this;
		if (list.problem) {
			return [problemNode(id, list.problem, () => list.retry())];
		}
		if (list.isLoading || list.hasMore) {
			return [this.more];
		}
		return isEmpty ? [messageNode({ id: `${id}/nothing`, text: this.options.nothing, icon: 'info' })] : [];
	}
}
