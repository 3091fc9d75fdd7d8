import type { RepoSort } from '../hub/repo';
import type { ListKind } from './listKind';

/** What a search can be narrowed by, beside its text. Which of them a kind knows is in `FACETS`. */
export const FACET_NAMES = [
	'task',
	'library',
	'language',
	'license',
	'size',
	'provider',
	'app',
	'gated',
	'author',
	'sdk',
] as const;

export type FacetName = (typeof FACET_NAMES)[number];

export type SearchFilters = Readonly<Partial<Record<FacetName, string>>>;

/** A search as the user has put it together, and what the sections of a view are made from. */
export interface Search {
	readonly kind: ListKind;
	/** As typed; blank for any. */
	readonly text: string;
	readonly sort: RepoSort;
	/** As the Hub spells them: a tag, a provider's id, an account … */
	readonly filters: SearchFilters;
}

export function newSearch(kind: ListKind): Search {
	return { kind, text: '', sort: 'trendingScore', filters: {} };
}

/** The same search, narrowed by a value, or no longer narrowed where there is none. */
export function withFilter(search: Search, facet: FacetName, value: string | undefined): Search {
	const others = Object.entries(search.filters).filter(([name]) => name !== facet);
	const filters = Object.fromEntries(value === undefined ? others : [...others, [facet, value]]);
	return { ...search, filters };
}
