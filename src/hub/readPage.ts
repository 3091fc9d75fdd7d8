const PAGE_SIZE = '50';

/** Where a list is read from, and as whom. */
export interface ListSource {
	readonly hubUrl: string;
	readonly accessToken?: string;
	readonly fetch: typeof fetch;
}

export interface ListedPage {
	/** As the client package gives them. */
	readonly entries: readonly unknown[];
	/** Where the Hub said that the next page is. */
	readonly nextUrl: string | undefined;
}

/**
 * Reads exactly one page of a list, the one at `url` or else the first. The client package lists everything through one
 * generator, and its `limit` is the page size and the end of the whole list at once. So it is given none, the page size
 * and what it has no parameter for are put into its first request, and when it asks for the page after that, its
 * generator is ended and the address kept. A page can thus be read again after an error, and nothing, a token least of
 * all, is held until somebody asks for more.
 */
export async function readPage(
	list: (source: ListSource) => AsyncIterable<unknown>,
	page: { readonly url: string | undefined; readonly parameters?: Readonly<Record<string, string>> },
	source: ListSource,
): Promise<ListedPage> {
	const end = new Error('The page has ended');
	const entries: unknown[] = [];
	let requested = false;
	let nextUrl: string | undefined;
	const fetchPage: typeof fetch = (input, init) => {
		const asked = new URL(input instanceof Request ? input.url : input);
		if (requested) {
			nextUrl = asked.href;
			throw end;
		}
		requested = true;
		for (const [name, value] of Object.entries({ limit: PAGE_SIZE, ...page.parameters })) {
			asked.searchParams.set(name, value);
		}
		return source.fetch(page.url ?? asked, init);
	};
	try {
		for await (const entry of list({ ...source, fetch: fetchPage })) {
			entries.push(entry);
		}
	} catch (error) {
		if (error !== end) {
			throw error;
		}
	}
	return { entries, nextUrl };
}
