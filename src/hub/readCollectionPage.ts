import { listCollections } from '@huggingface/hub';
import type { CollectionQuery, CollectionSummary } from './collection';
import { parseCollection } from './parseCollection';
import { readPage, type ListSource } from './readPage';

export interface CollectionListing {
	readonly collections: readonly CollectionSummary[];
	readonly nextUrl: string | undefined;
}

/** Reads one page of collections, the one at `url` or else the first. */
export async function readCollectionPage(
	{ text, owner, sort }: CollectionQuery,
	url: string | undefined,
	source: ListSource,
): Promise<CollectionListing> {
	const { entries, nextUrl } = await readPage(
		way =>
			listCollections({
				...way,
				search: { ...(text && { q: text }), ...(owner && { owner: [owner] }) },
				...(sort && { sort }),
			}),
		{ url },
		source,
	);
	return { collections: entries.map(parseCollection).filter(one => one !== undefined), nextUrl };
}
