import type * as vscode from 'vscode';
import { Disposable } from '../util/disposable';
import type { Account } from './account';
import type { Listed, Listing } from './listing';
import { KIND_WORDS } from './listKind';
import { ListSection } from './listSection';
import type { OwnAccount } from './ownAccount';
import { newSearch } from './search';
import { sectionItem } from './sectionItem';
import type { Shelf } from './shelf';
import { signInNode } from './signInNode';
import type { TreeNode } from './treeNode';

export interface MineSectionOptions<S extends Listed> {
	readonly account: Account;
	readonly listing: Listing<S>;
	readonly shelf: Shelf<S>;
	readonly redraw: (section: TreeNode) => void;
}

/** What belongs to the account in use, with a section for each of its organisations. Without a token, how to get one. */
export class MineSection<S extends Listed> extends Disposable implements TreeNode {
	readonly id = 'mine';
	private owner: OwnAccount | undefined;
	private sections: ReadonlyArray<ListSection<S>> = [];

	constructor(private readonly options: MineSectionOptions<S>) {
		super();
		this.register({ dispose: () => this.forget() });
	}

	item(): vscode.TreeItem {
		return sectionItem({ id: this.id, label: 'Mine', icon: 'account', open: false });
	}

	async children(): Promise<readonly TreeNode[]> {
		const { account, listing } = this.options;
		const found = await account.load();
		if (found === undefined || this.isDisposed) {
			return [signInNode(this.id, account.hasTokens, `see your ${KIND_WORDS[listing.kind].many}`)];
		}
		if (found !== this.owner) {
			this.forget();
			this.owner = found;
			this.sections = this.sectionsOf(found);
		}
		const [own, ...organisations] = this.sections;
		return [...organisations, ...((await own?.children()) ?? [])];
	}

	reset(): void {
		this.forget();
	}

	private forget(): void {
		for (const section of this.sections) {
			section.dispose();
		}
		this.sections = [];
		this.owner = undefined;
	}

	/** The user's own first, whose rows stand in this section itself. */
	private sectionsOf({ user, organisations }: OwnAccount): ReadonlyArray<ListSection<S>> {
		const { listing, shelf, redraw } = this.options;
		const { many } = KIND_WORDS[listing.kind];
		const of = (author: string) => ({
			...newSearch(listing.kind),
			sort: 'lastModified' as const,
			filters: { author },
		});
		return [
			new ListSection({
				listing,
				shelf,
				look: { id: this.id, label: user, icon: 'account', open: false },
				search: of(user),
				nothing: `${user} has no ${many}.`,
				redraw: () => redraw(this),
			}),
			...organisations.map(
				name =>
					new ListSection({
						listing,
						shelf,
						look: { id: `${this.id}/@${name}`, label: name, icon: 'organization', open: false },
						search: of(name),
						nothing: `${name} has no ${many} that you may see.`,
						redraw,
					}),
			),
		];
	}
}
