const MOST_ANSWERS = 300;
/** Characters of one answer, and of all together. */
const LONGEST_ANSWER = 1_000_000;
const MOST_TEXT = 16_000_000;

interface Kept {
	readonly tag: string;
	readonly text: string;
	readonly headers: Headers;
}

/**
 * JSON answers with their entity tags. What is asked for again is asked for with the tag, and where nothing has changed
 * the Hub answers 304 and the answer of before counts. The oldest go when there are too many.
 */
export class AnswerCache {
	private readonly answers = new Map<string, Kept>();
	private size = 0;

	/** The same `fetch`, with GET requests answered from here where they can be. `caller` keeps apart who sees what. */
	cached(fetchOne: typeof fetch, caller: string): typeof fetch {
		return async (input, init) => {
			if ((init?.method ?? 'GET') !== 'GET' || input instanceof Request) {
				return fetchOne(input, init);
			}
			const key = `${caller} ${String(input)}`;
			const kept = this.answers.get(key);
			const headers = new Headers(init?.headers);
			if (kept) {
				headers.set('If-None-Match', kept.tag);
			}
			const response = await fetchOne(input, { ...init, headers });
			if (response.status === 304 && kept) {
				this.keep(key, kept);
				return new Response(kept.text, { status: 200, headers: kept.headers });
			}
			return this.noted(key, new URL(input), response);
		};
	}

	private async noted(key: string, url: URL, response: Response): Promise<Response> {
		const tag = response.headers.get('ETag');
		if (response.status !== 200 || tag === null || !isJson(response.headers)) {
			return response;
		}
		const text = await response.text();
		const kept = { tag, text, headers: new Headers(response.headers) };
		kept.headers.delete('Content-Encoding');
		kept.headers.delete('Content-Length');
		if (text.length <= LONGEST_ANSWER && isWhole(text) && !leadsAway(url, response.headers)) {
			this.keep(key, kept);
		}
		return new Response(text, { status: 200, headers: kept.headers });
	}

	private keep(key: string, kept: Kept): void {
		this.forget(key);
		this.answers.set(key, kept);
		this.size += kept.text.length;
		for (const oldest of this.answers.keys()) {
			if (this.answers.size <= MOST_ANSWERS && this.size <= MOST_TEXT) {
				break;
			}
			this.forget(oldest);
		}
	}

	private forget(key: string): void {
		this.size -= this.answers.get(key)?.text.length ?? 0;
		this.answers.delete(key);
	}
}

function isJson(headers: Headers): boolean {
	const [type = ''] = (headers.get('Content-Type') ?? '').split(';', 1);
	return type.trim().toLowerCase() === 'application/json';
}

/** An answer that broke on its way must not be the one that counts ever after. */
function isWhole(json: string): boolean {
	try {
		JSON.parse(json);
		return true;
	} catch {
		return false;
	}
}

/** A link to another origin is not followed, and must not be what comes back with every unchanged answer. */
function leadsAway({ origin }: URL, headers: Headers): boolean {
	const next = /<(https?:[^>]+)>/.exec(headers.get('Link') ?? '')?.[1];
	return next !== undefined && !next.startsWith(`${origin}/`);
}
