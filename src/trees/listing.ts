import type { RepoRef } from '../shared/repoType';
import type { Problem } from '../shared/problem';
import type { ListKind } from './listKind';
import type { Page } from './pagedList';
import type { Search } from './search';
import type { TreeNode } from './treeNode';

/** Something that a view lists; what else is known of it, its listing knows. */
export interface Listed {
	readonly id: string;
}

/** Something of which only the id is known, and why that is, where something went wrong. */
export interface Unknown extends Listed {
	readonly problem?: Problem;
}

/** One kind of thing that a view lists: where it comes from, and what its rows look like. */
export interface Listing<S extends Listed> {
	readonly kind: ListKind;
	page(search: Search, signal: AbortSignal): Promise<Page<S>>;
	one(id: string, signal: AbortSignal): Promise<S>;
	/** The ones that the user likes, where the Hub keeps such a list. */
	liked?(user: string, signal: AbortSignal): Promise<Page<RepoRef>>;
	/** `parentId` keeps something that is in two sections apart. */
	node(parentId: string, item: S | Unknown, isPinned: boolean): TreeNode;
	/** As a row of a list to pick from. */
	words(item: S): { readonly label: string; readonly description: string; readonly icon: string };
}
