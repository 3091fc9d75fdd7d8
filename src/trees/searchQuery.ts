import type { CollectionQuery } from '../hub/collection';
import type { RepoQuery } from '../hub/repo';
import type { RepoType } from '../shared/repoType';
import type { Search } from './search';
import { facetOf, FACETS, SORT_LABELS } from './searchFacets';

/** What the Hub is asked for a search of repos. */
export function repoQuery(type: RepoType, { text, sort, filters }: Search): RepoQuery {
	const { task, library, language, license, size, provider, app, gated, author, sdk } = filters;
	const trimmed = text.trim();
	const isModel = type === 'model';
	const tags = [
		...(task !== undefined && !isModel ? [`task_categories:${task}`] : []),
		...(library === undefined ? [] : [library]),
		...(language === undefined ? [] : [isModel ? language : `language:${language}`]),
		...(license === undefined ? [] : [`license:${license}`]),
		...(size !== undefined && !isModel ? [`size_categories:${size}`] : []),
		...(sdk === undefined ? [] : [sdk]),
	];
	return {
		type,
		sort,
		...(trimmed === '' ? {} : { text: trimmed }),
		...(author === undefined ? {} : { owner: author }),
		...(task !== undefined && isModel && { pipelineTag: task }),
		...(provider === undefined ? {} : { provider }),
		...(app === undefined ? {} : { app }),
		...(gated === undefined ? {} : { gated: gated === 'true' }),
		...(size !== undefined && isModel && { parameters: size }),
		...(tags.length === 0 ? {} : { tags }),
	};
}

/** What the Hub is asked for a search of collections, whose likes it calls upvotes. */
export function collectionQuery({ text, sort, filters }: Search): CollectionQuery {
	const trimmed = text.trim();
	return {
		sort: sort === 'likes' ? 'upvotes' : sort === 'lastModified' ? 'lastModified' : 'trending',
		...(trimmed === '' ? {} : { text: trimmed }),
		...(filters.author === undefined ? {} : { owner: filters.author }),
	};
}

/** What the search is narrowed to and sorted by, in words, without its text. The usual order goes without saying. */
export function searchWords({ kind, sort, filters }: Search): readonly string[] {
	return [
		...FACETS[kind].flatMap(name => {
			const value = filters[name];
			return value === undefined ? [] : [facetOf(name).say(value, kind)];
		}),
		...(sort === 'trendingScore' ? [] : [SORT_LABELS[sort]]),
	];
}
