import type { ModelQuery, ModelSort } from '../hub/model';
import { providerLabel } from './inferenceProviders';
import { pipelineLabel } from './pipelineLabel';

/** A search as the user has put it together. */
export interface ModelSearch {
	/** As typed; blank for any. */
	readonly text: string;
	readonly pipelineTag?: string | undefined;
	/** A provider's id, or `all` for any. */
	readonly provider?: string | undefined;
	readonly sort: ModelSort;
}

export const NEW_SEARCH: ModelSearch = { text: '', sort: 'trendingScore' };

export const SORT_LABELS = {
	trendingScore: 'Trending',
	downloads: 'Most Downloads',
	likes: 'Most Likes',
	lastModified: 'Recently Updated',
	createdAt: 'Recently Created',
} as const satisfies Record<ModelSort, string>;

export function searchQuery({ text, pipelineTag, provider, sort }: ModelSearch): ModelQuery {
	const trimmed = text.trim();
	return {
		sort,
		...(trimmed === '' ? {} : { text: trimmed }),
		...(pipelineTag === undefined ? {} : { pipelineTag }),
		...(provider === undefined ? {} : { provider }),
	};
}

/** What the search is narrowed to and sorted by, in words, without its text. The usual order goes without saying. */
export function searchFilters({ pipelineTag, provider, sort }: ModelSearch): readonly string[] {
	return [
		...(pipelineTag === undefined ? [] : [pipelineLabel(pipelineTag)]),
		...(provider === undefined ? [] : [provider === 'all' ? 'Any Provider' : providerLabel(provider)]),
		...(sort === NEW_SEARCH.sort ? [] : [SORT_LABELS[sort]]),
	];
}
