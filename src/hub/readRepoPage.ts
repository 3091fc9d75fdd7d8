import { listDatasets, listModels, listSpaces, type PipelineType } from '@huggingface/hub';
import type { RepoType } from '../shared/repoType';
import { parseRepo } from './parseRepo';
import { readPage, type ListSource } from './readPage';
import type { RepoQuery, RepoSummary } from './repo';

export interface RepoListing {
	readonly repos: readonly RepoSummary[];
	/** Where the Hub said that the next page is. */
	readonly nextUrl: string | undefined;
}

/** Reads one page of repos, the one at `url` or else the first. */
export async function readRepoPage(
	query: RepoQuery,
	url: string | undefined,
	source: ListSource,
): Promise<RepoListing> {
	const { type, gated, parameters } = query;
	const { entries, nextUrl } = await readPage(
		LISTS[type](query),
		{
			url,
			parameters: {
				...(gated !== undefined && { gated: String(gated) }),
				...(type === 'model' && parameters !== undefined && { num_parameters: parameters }),
			},
		},
		source,
	);
	return { repos: entries.map(entry => parseRepo(type, entry)).filter(repo => repo !== undefined), nextUrl };
}

const LISTS: Readonly<
	Record<RepoType, (query: RepoQuery) => (source: ListSource) => AsyncIterable<unknown>>
> = {
	model:
		({ pipelineTag, provider, app, ...query }) =>
		source =>
			listModels({
				...source,
				...common(query),
				search: {
					...common(query).search,
					// The Hub takes any tag; the package's union is only as new as the package.
					...(pipelineTag && { task: pipelineTag as PipelineType }),
					...(provider && { inferenceProviders: [provider] }),
					...(app && { apps: [app] }),
				},
				...(provider && { additionalFields: ['inferenceProviderMapping' as const] }),
			}),
	dataset: query => source => listDatasets({ ...source, ...common(query) }),
	space: query => source => listSpaces({ ...source, ...common(query), additionalFields: ['runtime'] }),
};

function common({ text, owner, tags, sort }: RepoQuery) {
	return {
		search: {
			...(text && { query: text }),
			...(owner && { owner }),
			...(tags && tags.length > 0 && { tags: [...tags] }),
		},
		...(sort && { sort }),
	};
}
