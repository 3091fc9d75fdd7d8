import * as vscode from 'vscode';
import type { Resolution } from '../tokens/resolution';
import type { Tokens } from '../tokens/tokens';
import type { Log } from '../ui/log';
import { Disposable } from '../util/disposable';
import { Latest } from '../util/latest';
import type { Account } from './account';
import type { FileRows } from './fileRows';
import type { IdList } from './idList';
import { LazyTree } from './lazyTree';
import { LikedSection } from './likedSection';
import type { Listed, Listing } from './listing';
import { KIND_WORDS } from './listKind';
import { ListSection } from './listSection';
import { MineSection } from './mineSection';
import { namedSection } from './namedSection';
import { keyOf, type SavedSearches } from './savedSearches';
import { newSearch, type Search } from './search';
import { searchLook } from './searchLook';
import { SearchesSection } from './searchesSection';
import { Shelf } from './shelf';
import type { TreeNode } from './treeNode';

export interface ListTreeDeps<S extends Listed> {
	readonly listing: Listing<S>;
	readonly tokens: Tokens;
	readonly account: Account;
	/** The files below the rows, which are listed again with them. */
	readonly files: FileRows;
	readonly pins: IdList;
	readonly recent: IdList;
	readonly searches: SavedSearches;
	readonly log: Log;
	/** Opens the search box of this view. */
	readonly beginSearch: () => unknown;
}

/** A view of the Hub: a search, where there was one, then Pinned, Recent, Mine, Liked, Trending and the saved searches. */
export class ListTree<S extends Listed> extends Disposable {
	readonly tree = this.register(new LazyTree(async () => this.sections()));

	private readonly redraw = (section: TreeNode) => this.tree.redraw(section);
	private readonly shelf: Shelf<S>;
	private readonly fixed: readonly TreeNode[];
	private readonly resolving = this.register(new Latest());
	private search: ListSection<S> | undefined;
	private identity: string | undefined;

	constructor(private readonly deps: ListTreeDeps<S>) {
		super();
		const { listing, pins, recent, searches, tokens } = deps;
		this.shelf = this.register(new Shelf(listing, pins));
		this.fixed = this.makeSections();
		this.register({ dispose: () => this.search?.dispose() });
		for (const changes of [pins, recent, searches].map(list => list.onDidChange)) {
			this.register(changes(() => this.tree.redraw()));
		}
		this.register(this.shelf.onDidFill(() => this.tree.redraw()));
		this.register(tokens.onDidChange(() => void this.follow()));
		this.register(
			vscode.workspace.onDidChangeConfiguration(event => {
				if (event.affectsConfiguration('hfWorkbench.hub.endpoint')) {
					this.refresh();
				}
			}),
		);
		void this.follow();
	}

	/** Puts a search at the head of the view, in the place of the one before; or takes it away. */
	show(search: Search | undefined): void {
		this.search?.dispose();
		this.search = search && this.searchSection(search);
		this.tree.redraw();
	}

	/** Shows what a Space has been seen to do. */
	noteStage(id: string, stage: string): void {
		if (this.shelf.noteStage(id, stage)) {
			this.tree.redraw();
		}
	}

	/** Loads again what the view shows. */
	refresh(): void {
		this.deps.account.reset();
		this.deps.files.reset();
		this.shelf.reset();
		for (const section of this.sections()) {
			section.reset?.();
		}
		this.tree.redraw();
	}

	private sections(): readonly TreeNode[] {
		return [...(this.search ? [this.search] : []), ...this.fixed];
	}

	private makeSections(): readonly TreeNode[] {
		const { redraw, shelf } = this;
		const { listing, account, pins, recent, searches, beginSearch } = this.deps;
		const { many, titles } = KIND_WORDS[listing.kind];
		const common = { listing, shelf };
		const liked = listing.liked?.bind(listing);
		return [
			namedSection({
				...common,
				look: { id: 'pinned', label: 'Pinned', icon: 'pinned' },
				names: pins,
				nothing: `${titles} that you pin stay here.`,
				opens: true,
			}),
			namedSection({
				...common,
				look: { id: 'recent', label: 'Recent', icon: 'history' },
				names: recent,
				nothing: `${titles} that you open come here.`,
				opens: false,
			}),
			this.register(new MineSection({ ...common, account, redraw })),
			...(liked ? [this.register(new LikedSection({ ...common, account, liked, redraw }))] : []),
			this.register(
				new ListSection({
					...common,
					look: { id: 'trending', label: 'Trending', icon: 'flame', open: listing.kind === 'model' },
					search: newSearch(listing.kind),
					nothing: `The Hub lists no ${many}.`,
					redraw,
				}),
			),
			this.register(new SearchesSection({ ...common, searches, redraw, begin: beginSearch })),
		];
	}

	private searchSection(search: Search): ListSection<S> {
		const { listing } = this.deps;
		return new ListSection({
			look: {
				...searchLook(search),
				// Another search is another row: what was expanded or scrolled to in the last one is not there any more.
				id: `search/${keyOf(search)}`,
				open: true,
				contextValue: 'hfWorkbench.searchSection',
			},
			search,
			nothing: `No ${KIND_WORDS[listing.kind].many} match.`,
			listing,
			shelf: this.shelf,
			redraw: this.redraw,
		});
	}

	/**
	 * Loads everything again when another token is used, which may see other repos. Tokens change for lesser reasons too,
	 * such as being used by the very requests of this view.
	 */
	private async follow(): Promise<void> {
		const { tokens, log } = this.deps;
		try {
			const resolved = await this.resolving.run(() => tokens.resolve());
			if (resolved === undefined || this.isDisposed) {
				return;
			}
			const identity = this.identityKey(resolved.value);
			const changed = this.identity !== undefined && this.identity !== identity;
			this.identity = identity;
			if (changed) {
				this.refresh();
			}
		} catch (error) {
			log.warn(`The token in use is not known: ${error instanceof Error ? error.name : 'unknown'}`);
		}
	}

	private identityKey({ origin }: Resolution): string {
		if (origin?.kind !== 'vault') {
			return JSON.stringify(origin ?? 'none');
		}
		const record = this.deps.tokens.records.find(({ id }) => id === origin.id);
		return JSON.stringify([origin.id, record?.user, record?.role, record?.fineGrained, record?.checkedAt]);
	}
}
