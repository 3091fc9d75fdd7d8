import { isAccessToken } from '../util/isAccessToken';
import { ProblemError } from '../util/problemError';
import { redact } from '../util/redact';
import { answerFacts } from './answerFacts';
import type { AnswerFacts, Operation, OperationOptions } from './operation';
import { problemOfNetworkError } from './problemOfNetworkError';
import { readErrorBody } from './readErrorBody';
import { followRedirect, type Hop } from './followRedirect';
import { userAgent } from './userAgent';

const HEADERS_TIMEOUT = 30_000;
const MOST_REDIRECTS = 5;

/**
 * Opens the way out for one operation. Its `fetch` goes only to the allowed origins, sends the credential only where it
 * belongs, can be aborted by the operation's signal as well as by the caller's, and fails with a `ProblemError`. An
 * answer with an error status comes with at most 64 KiB of its body, so that nobody waits for one that never ends.
 */
export function openOperation(options: OperationOptions): Operation {
	return new OpenOperation(options);
}

class OpenOperation implements Operation {
	last: AnswerFacts | undefined;

	constructor(private readonly options: OperationOptions) {}

	readonly fetch: typeof fetch = async (input, init) => {
		this.checkCredential();
		const given = input instanceof Request ? input : undefined;
		const url = this.rewritten(new URL(input instanceof Request ? input.url : input));
		const headers = new Headers(init?.headers ?? given?.headers);
		headers.set('User-Agent', userAgent(headers.get('User-Agent')));
		const method = (init?.method ?? given?.method ?? 'GET').toUpperCase();
		const body = init?.body ?? given?.body ?? undefined;
		const signal = AbortSignal.any(
			[this.options.signal, init?.signal, given?.signal].filter(one => one != null),
		);
		return this.follow({ url, method, headers, body }, signal);
	};

	private async follow(first: Hop, signal: AbortSignal): Promise<Response> {
		let hop = first;
		for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
			this.checkDestination(hop);
			const response = await this.send(hop, signal);
			const next = followRedirect(hop, response);
			if (!next) {
				return this.keepFacts(response, hop.url);
			}
			await response.body?.cancel();
			hop = next;
		}
		throw new ProblemError({ code: 'network.redirect', host: hop.url.host });
	}

	/** One request, without its redirects; fails when the headers have not come in time. */
	private async send({ url, method, headers, body }: Hop, signal: AbortSignal): Promise<Response> {
		const startedAt = Date.now();
		const late = new AbortController();
		const timeout = this.options.headersTimeout ?? HEADERS_TIMEOUT;
		const timer = setTimeout(
			() => late.abort(new DOMException('No headers in time', 'TimeoutError')),
			timeout,
		);
		try {
			return await fetch(url, {
				method,
				headers,
				redirect: 'manual',
				signal: AbortSignal.any([signal, late.signal]),
				...(body !== undefined && { body }),
				...(body instanceof ReadableStream && { duplex: 'half' }),
			});
		} catch (error) {
			const waited = late.signal.aborted ? timeout : Date.now() - startedAt;
			throw networkFailure(error, url.host, signal, waited);
		} finally {
			clearTimeout(timer);
		}
	}

	private async keepFacts(response: Response, url: URL): Promise<Response> {
		const facts = answerFacts(response, url.host, Date.now());
		this.last = facts;
		if (response.status < 400) {
			return response;
		}
		const { text, copy } = await readErrorBody(response, url);
		this.last = { ...facts, errorBody: text };
		return copy;
	}

	/** Client packages have origins built in; the configured ones take their place. */
	private rewritten(url: URL): URL {
		const target = this.options.rewrite?.[url.origin];
		return target === undefined ? url : new URL(target + url.pathname + url.search);
	}

	/** Before anything else touches the headers: an error about a malformed header would quote it. */
	private checkCredential(): void {
		const { credential } = this.options;
		if (credential && !isAccessToken(credential.value)) {
			throw new ProblemError({
				code: 'token.format',
				detail: `What ${credential.name} holds does not look like one.`,
			});
		}
	}

	/** A redirect or a `Link: next` may name any host; neither the token nor the request follows it anywhere new. */
	private checkDestination({ url, headers }: Hop): void {
		const { credential, origins } = this.options;
		const authorization = headers.get('Authorization');
		if (authorization !== null) {
			const own = credential !== undefined && authorization === `Bearer ${credential.value}`;
			if (!own || !credential.origins.includes(url.origin)) {
				throw new ProblemError({ code: 'token.origin', origin: url.origin });
			}
		}
		if (!origins.includes(url.origin)) {
			throw new ProblemError({ code: 'network.redirect', host: url.host });
		}
	}
}

function networkFailure(error: unknown, host: string, signal: AbortSignal, waitedMs: number): ProblemError {
	const seconds = Math.round(waitedMs / 1000);
	if (error instanceof Error && error.name === 'TimeoutError') {
		return new ProblemError({ code: 'network.timeout', host, seconds });
	}
	if (signal.aborted) {
		return new ProblemError({ code: 'cancelled' });
	}
	const problem = problemOfNetworkError(error, host, seconds);
	if (problem) {
		return new ProblemError(problem, { cause: error });
	}
	// undici says “fetch failed” for whatever happens on the wire, and something else for a request that it cannot make.
	const message = error instanceof Error ? error.message : String(error);
	return new ProblemError(
		message === 'fetch failed'
			? { code: 'network.offline', host }
			: { code: 'unexpected', detail: redact(message) },
	);
}
