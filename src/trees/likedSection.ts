import type * as vscode from 'vscode';
import type { RepoRef } from '../shared/repoType';
import { Disposable } from '../util/disposable';
import type { Account } from './account';
import type { Listed, Listing } from './listing';
import { KIND_WORDS } from './listKind';
import { messageNode } from './messageNode';
import { moreNode } from './moreNode';
import { PagedList, type Page } from './pagedList';
import { problemNode } from './problemNode';
import { sectionItem } from './sectionItem';
import type { Shelf } from './shelf';
import { signInNode } from './signInNode';
import type { TreeNode } from './treeNode';

export interface LikedSectionOptions<S extends Listed> {
	readonly account: Account;
	readonly listing: Listing<S>;
	readonly shelf: Shelf<S>;
	readonly liked: (user: string, signal: AbortSignal) => Promise<Page<RepoRef>>;
	readonly redraw: (section: TreeNode) => void;
}

/** What the user likes. The Hub lists the likes of all types together, so those of the others are passed over. */
export class LikedSection<S extends Listed> extends Disposable implements TreeNode {
	readonly id = 'liked';
	private readonly list: PagedList<RepoRef>;
	private readonly more: TreeNode;
	private user: string | undefined;

	constructor(private readonly options: LikedSectionOptions<S>) {
		super();
		const { liked, listing, redraw } = options;
		this.list = this.register(
			new PagedList<RepoRef>({
				first: async signal => ofKind(await liked(this.user ?? '', signal), listing.kind),
				key: ({ id }) => id,
				changed: () => redraw(this),
				waiting: () => redraw(this.more),
			}),
		);
		this.more = moreNode(this.id, this.list);
	}

	item(): vscode.TreeItem {
		return sectionItem({ id: this.id, label: 'Liked', icon: 'heart', open: false });
	}

	async children(): Promise<readonly TreeNode[]> {
		const { account, listing, shelf } = this.options;
		this.user = (await account.load())?.user;
		const { many } = KIND_WORDS[listing.kind];
		if (this.user === undefined) {
			return [signInNode(this.id, account.hasTokens, `see the ${many} that you like`)];
		}
		await this.list.load();
		const ids = this.list.items.map(({ id }) => id);
		shelf.want(ids);
		const rows = ids.map(id => listing.node(this.id, shelf.get(id), shelf.pins.has(id)));
		return [...rows, ...this.tail(rows.length === 0, many)];
	}

	reset(): void {
		this.list.reset();
	}

	private tail(isEmpty: boolean, many: string): readonly TreeNode[] {
		const { list, id } = this;
		if (list.problem) {
			return [problemNode(id, list.problem, () => list.retry())];
		}
		if (list.hasMore || list.isLoading) {
			return [this.more];
		}
		return isEmpty
			? [messageNode({ id: `${id}/nothing`, text: `You like no ${many} yet.`, icon: 'info' })]
			: [];
	}
}

function ofKind({ items, next }: Page<RepoRef>, kind: string): Page<RepoRef> {
	return {
		items: items.filter(({ type }) => type === kind),
		...(next && { next: async (signal, arrived) => ofKind(await next(signal, arrived), kind) }),
	};
}
