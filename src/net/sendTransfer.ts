import type http from 'node:http';
import { createRequire } from 'node:module';
import { pipeline } from 'node:stream/promises';
import { BodyTap } from './bodyTap';
import type { Hop } from './followRedirect';
import { networkFailure } from './networkFailure';
import type { TransferAnswer, TransferRequest } from './operation';
import { pourBody } from './pourBody';

/** The editor puts its proxy and certificates into these two modules, but only where they are required by these names. */
const load = createRequire(import.meta.url) as (name: 'http' | 'https') => typeof http;

const IDLE_TIMEOUT = 30_000;
/** From so many bytes on, a connection that is closed after them is no loss. The editor's own agent closes all of them. */
const LONG = 2 * 1024 * 1024;

/**
 * One request by Node's own client, without its redirects. Fails when the headers have not come in time. `isStorage` says that
 * a body is to be expected here, and no redirect to it.
 */
export async function sendTransfer(
	hop: Hop,
	request: TransferRequest,
	headersTimeout: number,
	isStorage: boolean,
): Promise<TransferAnswer> {
	const startedAt = Date.now();
	const { signal, body } = request;
	const { request: open } = load(hop.url.protocol === 'https:' ? 'https' : 'http');
	try {
		signal.throwIfAborted();
		const tap = isStorage && (request.expected ?? 0) >= LONG ? new BodyTap() : undefined;
		const sent = open(hop.url, {
			method: hop.method,
			headers: {
				...Object.fromEntries(hop.headers),
				...(body && { 'content-length': String(body.length) }),
			},
			signal,
			...(tap && { agent: false, onread: tap.onread }),
		});
		if (tap) {
			sent.once('socket', socket => tap.attach(socket));
		}
		let isHeld = false;
		sent.once('response', answer => {
			isHeld = tap?.hold(answer) ?? false;
		});
		const answered = answerTo(sent, request.idleTimeout ?? IDLE_TIMEOUT, body ? undefined : headersTimeout);
		if (body) {
			// A server may answer, and close, before it has read everything: its answer counts then.
			await Promise.race([pipeline(body.stream, sent, { signal }), answered]);
		} else {
			sent.end();
		}
		const answer = await answered;
		const headers = new Headers();
		for (const [name, value] of Object.entries(answer.headers)) {
			headers.set(name, Array.isArray(value) ? value.join(', ') : (value ?? ''));
		}
		return {
			status: answer.statusCode ?? 0,
			headers,
			host: hop.url.host,
			body: answer,
			pour: take => (tap && isHeld ? tap.pour(answer, take) : pourBody(answer, take)),
		};
	} catch (error) {
		throw networkFailure(error, hop.url.host, signal, Date.now() - startedAt);
	}
}

/** Without a limit for the headers, as while a body is sent, only silence on the line counts. */
function answerTo(
	sent: http.ClientRequest,
	idleTimeout: number,
	headersTimeout: number | undefined,
): Promise<http.IncomingMessage> {
	return new Promise((resolve, reject) => {
		let begun: http.IncomingMessage | undefined;
		// Whoever reads the body hears of this, and not of a line that broke.
		const late = () => (begun ?? sent).destroy(new DOMException('No bytes in time', 'TimeoutError'));
		const timer = headersTimeout === undefined ? undefined : setTimeout(late, headersTimeout);
		sent.setTimeout(idleTimeout, late);
		sent.once('error', error => {
			clearTimeout(timer);
			reject(error);
		});
		sent.once('response', answer => {
			clearTimeout(timer);
			begun = answer;
			// Whoever reads the body hears of an error there; one that nobody reads any more is none.
			sent.on('error', () => undefined);
			answer.on('error', () => undefined);
			resolve(answer);
		});
	});
}
