import { listModels, type PipelineType } from '@huggingface/hub';
import type { ModelQuery, ModelSummary } from './model';
import { parseModel } from './parseModel';

const PAGE_SIZE = '50';

export interface ModelListing {
	readonly models: readonly ModelSummary[];
	/** Where the Hub said that the next page is. */
	readonly nextUrl: string | undefined;
}

/** Where a list is read from, and as whom. */
export interface ListSource {
	readonly hubUrl: string;
	readonly accessToken?: string;
	readonly fetch: typeof fetch;
}

/**
 * Reads exactly one page of models, the one at `url` or else the first. The client package lists everything through one
 * generator, and its `limit` is the page size and the end of the whole list at once. So it is given none, the page size
 * is put into its first request, and when it asks for the page after that, its generator is ended and the address kept.
 * A page can thus be read again after an error, and nothing, a token least of all, is held until somebody asks for more.
 */
export async function readModelPage(
	query: ModelQuery,
	url: string | undefined,
	source: ListSource,
): Promise<ModelListing> {
	const end = new Error('The page has ended');
	const models: ModelSummary[] = [];
	let requested = false;
	let nextUrl: string | undefined;
	const fetchPage: typeof fetch = (input, init) => {
		const asked = new URL(input instanceof Request ? input.url : input);
		if (requested) {
			nextUrl = asked.href;
			throw end;
		}
		requested = true;
		asked.searchParams.set('limit', PAGE_SIZE);
		return source.fetch(url ?? asked, init);
	};
	try {
		for await (const entry of listModels({ ...source, ...listParameters(query), fetch: fetchPage })) {
			const model = parseModel(entry);
			if (model) {
				models.push(model);
			}
		}
	} catch (error) {
		if (error !== end) {
			throw error;
		}
	}
	return { models, nextUrl };
}

function listParameters({ text, owner, pipelineTag, provider, sort }: ModelQuery) {
	return {
		search: {
			...(text && { query: text }),
			...(owner && { owner }),
			// The Hub takes any tag; the package's union is only as new as the package.
			...(pipelineTag && { task: pipelineTag as PipelineType }),
			...(provider && { inferenceProviders: [provider] }),
		},
		...(provider && { additionalFields: ['inferenceProviderMapping' as const] }),
		...(sort && { sort }),
	};
}
