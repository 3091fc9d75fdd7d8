import * as vscode from 'vscode';
import type { CommandHandler } from '../commandId';
import type { RepoRef, RepoType } from '../shared/repoType';
import { Disposable } from '../util/disposable';
import { Account } from './account';
import { chooseOfKind } from './chooseOfKind';
import { collectionListing } from './collectionListing';
import { FileRows } from './fileRows';
import { IdList } from './idList';
import type { LazyTree } from './lazyTree';
import type { Listed, Listing } from './listing';
import type { ListKind } from './listKind';
import { ListTree } from './listTree';
import { repoListing } from './repoListing';
import type { RepoRows } from './repoNode';
import { rowActions, type RowActions } from './rowActions';
import type { RowTarget } from './rowTarget';
import { SavedSearches } from './savedSearches';
import { newSearch, type Search } from './search';
import { chooseOne, searchHub, type HubSearcher } from './searchHub';
import { tokensTree } from './tokensTree';
import { treeCommands, type TreeCommandId } from './treeCommands';
import type { TreesDeps } from './treesDeps';

/** Repos that a view keeps under Recent. */
const MOST_RECENT = 20;

/** One view with what searches it. */
interface View {
	readonly tree: Pick<ListTree<Listed>, 'tree' | 'show' | 'refresh' | 'noteStage'>;
	search(start: Search): Promise<void>;
	choose(title: string): Promise<RowTarget | undefined>;
}

/** The views of the Hub, one for each kind, over one generic tree. */
export class HubViews extends Disposable {
	readonly pins: Readonly<Record<ListKind, IdList>>;
	readonly recent: Readonly<Record<ListKind, IdList>>;
	readonly tokens: LazyTree;
	readonly commands: Readonly<Record<TreeCommandId, CommandHandler>>;
	private readonly searches: SavedSearches;
	private readonly account: Account;
	private readonly actions: RowActions;
	private readonly views: Readonly<Record<ListKind, View>>;

	constructor(private readonly deps: TreesDeps) {
		super();
		const { hub, tokens, storage, log } = deps;
		this.pins = this.lists('pinned');
		this.recent = this.lists('recent', MOST_RECENT);
		this.searches = new SavedSearches(storage);
		this.account = this.register(new Account(tokens, hub));
		this.actions = rowActions(deps, this.pins);
		this.tokens = this.register(tokensTree(tokens, deps.settings));
		const openPage = (path: string) =>
			vscode.env.openExternal(vscode.Uri.parse(`${deps.settings.endpoints.hub}/${path}`, true));
		this.views = {
			model: this.view(rows => repoListing('model', hub, rows)),
			dataset: this.view(rows => repoListing('dataset', hub, rows)),
			space: this.view(rows => repoListing('space', hub, rows)),
			collection: this.view(rows => collectionListing({ hub, rows, openPage })),
		};
		this.commands = treeCommands({
			views: {
				search: start => this.views[start.kind].search(start),
				choose: (kind, title) => this.views[kind].choose(title),
				show: (kind, search) => this.views[kind].tree.show(search),
				refresh: () => this.refresh(),
			},
			actions: this.actions,
			searches: this.searches,
			log,
		});
	}

	/** First which kind, then which one. */
	private chooseAny(title: string): Promise<RowTarget | undefined> {
		return chooseOfKind((kind, asked) => this.views[kind].choose(asked), title);
	}

	tree(kind: ListKind): LazyTree {
		return this.views[kind].tree.tree;
	}

	/** Notes that a repo has been opened, for the section Recent. */
	async opened({ kind, id }: RowTarget): Promise<void> {
		await this.recent[kind].addFirst(id);
	}

	/** A repo is called otherwise now, or is no more: its pin goes with it. */
	async gone({ type, id }: RepoRef, newId: string | undefined): Promise<void> {
		for (const list of [this.pins[type], this.recent[type]]) {
			await (newId === undefined ? list.remove(id) : list.replace(id, newId));
		}
	}

	/** A Space has been seen to do something, which its row then says. */
	noteStage(space: string, stage: string): void {
		this.views.space.tree.noteStage(space, stage);
	}

	/** Asks for a repo of one type by searching the Hub. Nothing if the user leaves. */
	async chooseOfType(type: RepoType, title: string): Promise<RepoRef | undefined> {
		const target = await this.views[type].choose(title);
		return target && { type, id: target.id };
	}

	/** Asks for a repo by searching the Hub. Nothing if the user leaves, or wants a collection. */
	async chooseRepo(title: string): Promise<RepoRef | undefined> {
		const target = await this.chooseAny(title);
		return target && target.kind !== 'collection' ? { type: target.kind, id: target.id } : undefined;
	}

	/** The user's name and those of the organisations, in whose names repos can be made; none without a token. */
	async owners(): Promise<readonly string[]> {
		const account = await this.account.load();
		return account ? [account.user, ...account.organisations] : [];
	}

	/** Loads again what the views show. */
	refresh(): void {
		this.deps.refreshed();
		for (const { tree } of Object.values(this.views)) {
			tree.refresh();
		}
		this.tokens.redraw();
	}

	private view<S extends Listed>(listingWith: (rows: RepoRows) => Listing<S>): View {
		const { hub, tokens, log, openFile } = this.deps;
		const files = this.register(new FileRows({ hub, openFile, redraw: node => tree.tree.redraw(node) }));
		const openRepo = (repo: RepoRef) => vscode.commands.executeCommand('hfWorkbench.showRepo', repo);
		const listing = listingWith({ files, isOwn: id => this.account.owns(id), openRepo });
		const { kind } = listing;
		const searcher: HubSearcher<S> = {
			listing,
			actions: this.actions,
			show: async search => {
				tree.show(search);
				await vscode.commands.executeCommand(`hfWorkbench.${kind}s.focus`);
			},
		};
		const tree = this.register(
			new ListTree<S>({
				listing,
				tokens,
				account: this.account,
				files,
				pins: this.pins[kind],
				recent: this.recent[kind],
				searches: this.searches,
				log,
				beginSearch: () => searchHub(searcher, newSearch(kind)),
			}),
		);
		return {
			tree,
			search: start => searchHub(searcher, start),
			choose: title => chooseOne(searcher, title),
		};
	}

	private lists(name: 'pinned' | 'recent', most?: number): Readonly<Record<ListKind, IdList>> {
		const { storage } = this.deps;
		const list = (plural: string) =>
			new IdList({ storage, key: `hfWorkbench.${name}${plural}`, ...(most !== undefined && { most }) });
		return {
			model: list('Models'),
			dataset: list('Datasets'),
			space: list('Spaces'),
			collection: list('Collections'),
		};
	}
}
