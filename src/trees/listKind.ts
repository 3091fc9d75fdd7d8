import type { RepoType } from '../shared/repoType';

/** What a view lists: repos of one type, or collections of them. */
export const LIST_KINDS = ['model', 'dataset', 'space', 'collection'] as const satisfies readonly [
	...RepoType[],
	'collection',
];

export type ListKind = (typeof LIST_KINDS)[number];

interface KindWords {
	readonly one: string;
	readonly many: string;
	/** At the head of a command or a question. */
	readonly title: string;
	readonly titles: string;
	/** Where the Hub's pages of this kind are, before the id. */
	readonly path: string;
}

export const KIND_WORDS: Readonly<Record<ListKind, KindWords>> = {
	model: { one: 'model', many: 'models', title: 'Model', titles: 'Models', path: '' },
	dataset: { one: 'dataset', many: 'datasets', title: 'Dataset', titles: 'Datasets', path: 'datasets/' },
	space: { one: 'Space', many: 'Spaces', title: 'Space', titles: 'Spaces', path: 'spaces/' },
	collection: {
		one: 'collection',
		many: 'collections',
		title: 'Collection',
		titles: 'Collections',
		path: 'collections/',
	},
};
