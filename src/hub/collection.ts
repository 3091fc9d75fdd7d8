import type { RepoRef } from '../shared/repoType';

/** What stands in a collection: a repo, or something else of the Hub's, such as a paper, with the page that it is on. */
export type CollectionItem =
	| (RepoRef & { readonly note?: string })
	| {
			readonly type: 'other';
			readonly kind: string;
			readonly id: string;
			readonly path: string;
			readonly title: string;
	  };

/** A collection of repos and papers. A list brings at most four of its items, so those are asked for by themselves. */
export interface CollectionSummary {
	/** The slug, such as `acme/favourites-6512…`. */
	readonly id: string;
	readonly title: string;
	readonly description?: string;
	readonly owner: string;
	readonly private: boolean;
	readonly upvotes: number;
	/** Epoch milliseconds. */
	readonly updatedAt?: number;
}

export interface Collection extends CollectionSummary {
	readonly items: readonly CollectionItem[];
}

export type CollectionSort = 'trending' | 'lastModified' | 'upvotes';

export interface CollectionQuery {
	readonly text?: string;
	readonly owner?: string;
	readonly sort?: CollectionSort;
}
