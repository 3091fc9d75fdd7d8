import { Readable } from 'node:stream';
import type { Problem } from '../shared/problem';
import { isAccessToken } from '../util/isAccessToken';
import { maskAccessTokens } from '../util/maskAccessTokens';
import { ProblemError } from '../util/problemError';
import { answerFacts } from './answerFacts';
import { isStorageUrl } from './isStorageUrl';
import { networkFailure } from './networkFailure';
import { offlineVariable } from './offlineVariable';
import type {
	AnswerFacts,
	OperationOptions,
	TransferAnswer,
	TransferOperation,
	TransferRequest,
} from './operation';
import type { Credential } from './credential';
import { readErrorBody } from './readErrorBody';
import { followRedirect, type Hop } from './followRedirect';
import { sendTransfer } from './sendTransfer';
import { userAgent } from './userAgent';

const HEADERS_TIMEOUT = 30_000;
const MOST_REDIRECTS = 5;

/**
 * Opens the way out for one operation. Its `fetch` goes only to the allowed origins, sends the credential only where it
 * belongs, can be aborted by the operation's signal as well as by the caller's, and fails with a `ProblemError`. An
 * answer with an error status comes with at most 64 KiB of its body, so that nobody waits for one that never ends. In the
 * Hub's offline mode nothing is sent at all.
 */
export function openOperation(options: OperationOptions): TransferOperation {
	return new OpenOperation(options);
}

class OpenOperation implements TransferOperation {
	last: AnswerFacts | undefined;

	constructor(private readonly options: OperationOptions) {}

	readonly fetch: typeof fetch = async (input, init) => {
		this.checkOffline();
		this.checkCredential();
		const given = input instanceof Request ? input : undefined;
		const url = this.rewritten(new URL(input instanceof Request ? input.url : input));
		this.checkAddress(url);
		const headers = new Headers(init?.headers ?? given?.headers);
		headers.set('User-Agent', userAgent(headers.get('User-Agent')));
		const method = (init?.method ?? given?.method ?? 'GET').toUpperCase();
		const body = init?.body ?? given?.body ?? undefined;
		const signal = AbortSignal.any(
			[this.options.signal, init?.signal, given?.signal].filter(one => one != null),
		);
		return this.follow({ url, method, headers, body }, signal);
	};

	async transfer(request: TransferRequest): Promise<TransferAnswer> {
		this.checkOffline();
		this.checkCredential();
		const headers = new Headers(request.headers);
		headers.set('User-Agent', userAgent(null));
		const signal = AbortSignal.any([this.options.signal, request.signal]);
		const seen = new Headers();
		let hop: Hop = {
			url: this.rewritten(new URL(request.url)),
			method: request.method,
			headers,
			body: undefined,
		};
		this.checkAddress(hop.url);
		for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
			this.checkDestination(hop);
			const timeout = this.options.headersTimeout ?? HEADERS_TIMEOUT;
			const answer = await sendTransfer(hop, { ...request, signal }, timeout, redirects > 0);
			const head = new Response(null, { status: answer.status, headers: answer.headers });
			const next = followRedirect(hop, head);
			head.headers.forEach((value, name) => {
				// What a redirect says of its own body is nothing about the answer's.
				if (!next || !name.startsWith('content-')) {
					seen.set(name, value);
				}
			});
			if (!next) {
				return this.keepTransfer(answer, hop.url, seen);
			}
			answer.body.resume();
			if (request.body) {
				// What has been read of the body cannot be sent again.
				throw new ProblemError({ code: 'network.redirect', host: next.url.host });
			}
			hop = next;
		}
		throw new ProblemError({ code: 'network.redirect', host: hop.url.host });
	}

	private async keepTransfer(answer: TransferAnswer, url: URL, headers: Headers): Promise<TransferAnswer> {
		if (answer.status < 400) {
			this.last = answerFacts(new Response(null, answer), url.host, Date.now());
			return { ...answer, headers };
		}
		await this.keepFacts(new Response(toWeb(answer.body), answer), url);
		throw new Error(`The answer has status ${answer.status}`);
	}

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

	/** Here, at the one way out, and nowhere else, so that no operation can forget it. */
	private checkOffline(): void {
		const variable = offlineVariable(this.options.environment ?? process.env);
		if (variable !== undefined) {
			throw new ProblemError({ code: 'network.offlineMode', variable });
		}
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

	/** A person may paste a token into any box. Signed addresses of a storage may have anything in them, and are not ours. */
	private checkAddress(url: URL): void {
		const asked = decoded(url.pathname + url.search);
		if (this.options.origins.includes(url.origin) && maskAccessTokens(asked) !== asked) {
			throw new ProblemError({ code: 'token.inAddress' });
		}
	}

	/** A redirect or a `Link: next` may name any host; neither the token nor the request follows it anywhere new. */
	private checkDestination({ url, headers }: Hop): void {
		const { credential, origins, storageOf } = this.options;
		const authorization = headers.get('Authorization');
		if (authorization !== null) {
			const own = credential !== undefined && authorization === `Bearer ${credential.value}`;
			if (!own || !origins.includes(url.origin)) {
				throw new ProblemError({ code: 'token.origin', origin: url.origin });
			}
			if (!credential.origins.includes(url.origin)) {
				throw new ProblemError(consentProblem(credential, url.origin));
			}
		}
		const isStorage = storageOf !== undefined && isStorageUrl(url, new URL(storageOf));
		if (!origins.includes(url.origin) && !isStorage) {
			throw new ProblemError({ code: 'network.redirect', host: url.host });
		}
	}
}

function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

/** The types of Node's own streams and of the web's differ in a detail that does not matter. */
function toWeb(stream: Readable): ReadableStream<Uint8Array> {
	return Readable.toWeb(stream) as ReadableStream<Uint8Array>;
}

/** Only of an origin that the operation is meant for: nobody is asked about one that an answer pointed to. */
function consentProblem({ name, key }: Credential, origin: string): Problem {
	return { code: 'token.consent', origin, tokenName: name, ...(key !== undefined && { tokenKey: key }) };
}
