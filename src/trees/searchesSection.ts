import type * as vscode from 'vscode';
import { Disposable } from '../util/disposable';
import type { Listed, Listing } from './listing';
import { KIND_WORDS } from './listKind';
import { ListSection } from './listSection';
import { messageNode } from './messageNode';
import { keyOf, type SavedSearches } from './savedSearches';
import { sectionItem } from './sectionItem';
import { searchLook } from './searchLook';
import type { Shelf } from './shelf';
import type { TreeNode } from './treeNode';

export interface SearchesSectionOptions<S extends Listed> {
	readonly searches: SavedSearches;
	readonly listing: Listing<S>;
	readonly shelf: Shelf<S>;
	readonly redraw: (section: TreeNode) => void;
	/** Begins a search. */
	readonly begin: () => unknown;
}

/** The saved searches, each a list of its own. */
export class SearchesSection<S extends Listed> extends Disposable implements TreeNode {
	readonly id = 'searches';
	private sections = new Map<string, ListSection<S>>();

	constructor(private readonly options: SearchesSectionOptions<S>) {
		super();
		this.register({ dispose: () => this.sections.forEach(section => section.dispose()) });
	}

	item(): vscode.TreeItem {
		const count = this.options.searches.all(this.options.listing.kind).length;
		return sectionItem({
			id: this.id,
			label: 'Searches',
			icon: 'bookmark',
			open: false,
			...(count > 0 && { description: String(count) }),
		});
	}

	async children(): Promise<readonly TreeNode[]> {
		const { searches, listing, begin } = this.options;
		const saved = searches.all(listing.kind);
		const sections = new Map(saved.map(search => [keyOf(search), this.section(keyOf(search), search)]));
		for (const [key, section] of this.sections) {
			if (!sections.has(key)) {
				section.dispose();
			}
		}
		this.sections = sections;
		const { many } = KIND_WORDS[listing.kind];
		return sections.size > 0
			? [...sections.values()]
			: [
					messageNode({
						id: `${this.id}/nothing`,
						text: 'Searches that you save stay here.',
						icon: 'search',
						tooltip: `Click: Search ${many}`,
						open: begin,
					}),
				];
	}

	reset(): void {
		this.sections.forEach(section => section.reset());
	}

	private section(key: string, search: ListSection<S>['search']): ListSection<S> {
		const { listing, shelf, redraw } = this.options;
		return (
			this.sections.get(key) ??
			new ListSection({
				look: {
					...searchLook(search),
					id: `${this.id}/${key}`,
					open: false,
					contextValue: 'hfWorkbench.savedSearch',
				},
				search,
				nothing: `No ${KIND_WORDS[listing.kind].many} match.`,
				listing,
				shelf,
				redraw,
			})
		);
	}
}
