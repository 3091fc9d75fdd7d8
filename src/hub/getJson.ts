import { ProblemError } from '../util/problemError';
import { answerError } from './answerError';
import type { HubCaller, Question } from './hubCaller';

export interface JsonAnswer {
	readonly body: unknown;
	readonly headers: Headers;
	/** Where the `Link` header says that the next page is. */
	readonly nextUrl: string | undefined;
}

/**
 * Asks the Hub for JSON where the client package has no call. `path` is the part after the Hub's address, or a whole
 * address that the Hub gave; `asked` is what is sent with a question that does not fit into one. Those who ask for the same at the same time get one answer.
 */
export function getJson(
	caller: HubCaller,
	path: string,
	question: Question,
	asked?: Readonly<Record<string, unknown>>,
): Promise<JsonAnswer> {
	const body = asked && JSON.stringify(asked);
	const key = `${body === undefined ? 'GET' : `POST ${body}`} ${path}`;
	return caller.askOnce(key, question, async ({ hubUrl, accessToken, fetch: fetchOne }) => {
		const url = /^https?:/.test(path) ? path : `${hubUrl}${path}`;
		const response = await fetchOne(url, {
			...(body !== undefined && { method: 'POST', body }),
			headers: {
				Accept: 'application/json',
				...(body !== undefined && { 'Content-Type': 'application/json' }),
				...(accessToken !== undefined && { Authorization: `Bearer ${accessToken}` }),
			},
		});
		if (!response.ok) {
			throw await answerError(response);
		}
		if (!(response.headers.get('Content-Type') ?? '').startsWith('application/json')) {
			await response.body?.cancel();
			throw new ProblemError({ code: 'protocol', detail: 'The answer is not JSON.' });
		}
		const value: unknown = await response.json();
		return { body: value, headers: response.headers, nextUrl: nextOf(response.headers.get('Link') ?? '') };
	});
}

/** The address behind `rel="next"`. */
function nextOf(link: string): string | undefined {
	return /<(https?:[^>]+)>\s*;\s*rel="next"/.exec(link)?.[1];
}
