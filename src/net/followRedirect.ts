import { ProblemError } from '../util/problemError';

/** One request on its way, after rewriting and redirects so far. */
export interface Hop {
	readonly url: URL;
	readonly method: string;
	readonly headers: Headers;
	readonly body: RequestInit['body'] | undefined;
}

const REDIRECTS = [301, 302, 303, 307, 308];

/**
 * Where an answer sends a request on to, or nothing when it is no redirect. At the same origin the request stays as it
 * is; at another one only GET and HEAD go on, without anything that says who asks, and nothing is put back later.
 */
export function followRedirect(hop: Hop, response: Response): Hop | undefined {
	if (response.type === 'opaqueredirect') {
		throw new ProblemError({ code: 'network.redirect', host: hop.url.host });
	}
	const location = REDIRECTS.includes(response.status) ? response.headers.get('Location') : null;
	if (location === null) {
		return undefined;
	}
	const url = URL.canParse(location, hop.url.href) ? new URL(location, hop.url) : undefined;
	if (!url || url.username || url.password) {
		throw new ProblemError({ code: 'network.redirect', host: hop.url.host });
	}
	const safe = hop.method === 'GET' || hop.method === 'HEAD';
	const away = url.origin !== hop.url.origin;
	if ((away && !safe) || (!becomesGet(hop.method, response.status) && hop.body instanceof ReadableStream)) {
		throw new ProblemError({ code: 'network.redirect', host: url.host });
	}
	const headers = new Headers(hop.headers);
	if (away) {
		for (const name of ['Authorization', 'Proxy-Authorization', 'Cookie', 'X-HF-Bill-To']) {
			headers.delete(name);
		}
	}
	if (!becomesGet(hop.method, response.status)) {
		return { ...hop, url, headers };
	}
	for (const name of [
		'Content-Type',
		'Content-Length',
		'Content-Encoding',
		'Content-Language',
		'Content-Location',
	]) {
		headers.delete(name);
	}
	return { url, method: 'GET', headers, body: undefined };
}

/** What the Fetch standard says about methods across redirects. */
function becomesGet(method: string, status: number): boolean {
	return (
		(status === 303 && method !== 'GET' && method !== 'HEAD') ||
		((status === 301 || status === 302) && method === 'POST')
	);
}
