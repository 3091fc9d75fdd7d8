import * as vscode from 'vscode';
import type { Resolution } from '../tokens/resolution';
import { Disposable } from '../util/disposable';
import { Latest } from '../util/latest';
import { LazyTree } from './lazyTree';
import { MineSection } from './mineSection';
import { searchFilters, searchQuery, type ModelSearch } from './modelSearch';
import { ModelSection } from './modelSection';
import type { PinnedModels } from './pinnedModels';
import { PinnedSection } from './pinnedSection';
import type { TreeNode } from './treeNode';
import type { TreesDeps } from './treesDeps';

/** The models view: Search, where there was one, Pinned, Mine, Trending. */
export class ModelsTree extends Disposable {
	readonly tree = this.register(new LazyTree(async () => this.sections()));

	private readonly redraw = (section: TreeNode) => this.tree.redraw(section);
	private readonly isPinned = (id: string) => this.pins.has(id);
	private readonly pinned: PinnedSection;
	private readonly mine: MineSection;
	private readonly trending: ModelSection;
	private readonly resolving = this.register(new Latest());
	private search: ModelSection | undefined;
	private account: string | undefined;

	constructor(
		private readonly deps: Pick<TreesDeps, 'hub' | 'tokens' | 'log'>,
		private readonly pins: PinnedModels,
	) {
		super();
		const { redraw, isPinned } = this;
		const { hub, tokens } = deps;
		this.pinned = this.register(new PinnedSection({ hub, pins, redraw }));
		this.mine = this.register(new MineSection({ tokens, hub, isPinned, redraw }));
		this.trending = this.register(
			new ModelSection({
				look: { id: 'trending', label: 'Trending', icon: 'flame', open: true },
				query: { sort: 'trendingScore' },
				nothing: 'The Hub lists no models.',
				hub,
				isPinned,
				redraw,
			}),
		);
		this.register({ dispose: () => this.search?.dispose() });
		this.register(pins.onDidChange(() => this.tree.redraw()));
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
	show(search: ModelSearch | undefined): void {
		this.search?.dispose();
		this.search = search && this.searchSection(search);
		this.tree.redraw();
	}

	/** Loads again what the view shows. */
	refresh(): void {
		for (const section of this.sections()) {
			section.reset?.();
		}
		this.tree.redraw();
	}

	private sections(): readonly TreeNode[] {
		return [...(this.search ? [this.search] : []), this.pinned, this.mine, this.trending];
	}

	private searchSection(search: ModelSearch): ModelSection {
		const text = search.text.trim();
		const filters = searchFilters(search);
		return new ModelSection({
			look: {
				// Another search is another row: what was expanded or scrolled to in the last one is not there any more.
				id: `search/${JSON.stringify(search)}`,
				label: text === '' ? 'Search' : `“${text}”`,
				icon: 'search',
				open: true,
				contextValue: 'hfWorkbench.searchSection',
				...(filters.length === 0 ? {} : { description: filters.join(' · ') }),
			},
			query: searchQuery(search),
			nothing: 'No models match.',
			hub: this.deps.hub,
			isPinned: this.isPinned,
			redraw: this.redraw,
		});
	}

	/**
	 * Loads everything again when another token is used, which may see other models. Tokens change for lesser reasons too,
	 * such as being used by the very requests of this view.
	 */
	private async follow(): Promise<void> {
		const { tokens, log } = this.deps;
		try {
			const resolved = await this.resolving.run(() => tokens.resolve());
			if (resolved === undefined || this.isDisposed) {
				return;
			}
			const account = this.accountKey(resolved.value);
			const changed = this.account !== undefined && this.account !== account;
			this.account = account;
			if (changed) {
				this.refresh();
			}
		} catch (error) {
			log.warn(`The token in use is not known: ${error instanceof Error ? error.name : 'unknown'}`);
		}
	}

	private accountKey({ origin }: Resolution): string {
		if (origin?.kind !== 'vault') {
			return JSON.stringify(origin ?? 'none');
		}
		const record = this.deps.tokens.records.find(({ id }) => id === origin.id);
		return JSON.stringify([origin.id, record?.user, record?.role, record?.scopes, record?.checkedAt]);
	}
}
