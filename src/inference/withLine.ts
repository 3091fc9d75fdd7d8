import { answerText } from '../net/answerText';
import type { Credential } from '../net/credential';
import type { AnswerFacts, Operation } from '../net/operation';
import type { Problem } from '../shared/problem';
import { ProblemError } from '../util/problemError';
import { timeoutSignal } from '../util/timeoutSignal';
import type { AskedOfModel } from './askedOfModel';
import { inferenceProblem } from './inferenceProblem';
import type { Services } from './services';
import { Watchdog } from './watchdog';
import { watchedFetch } from './watchedFetch';

/** Where the client package believes the router to be. */
const CLIENT_ROUTER = 'https://router.huggingface.co';

/** Milliseconds: a model on a busy provider may think for long before it says anything. */
const FIRST_WORD_TIMEOUT = 120_000;

/** Milliseconds. A picture, a sound or a film begins to come when all of it has been made; undici's `fetch` waits as long. */
const WHOLE_ANSWER_TIMEOUT = 300_000;

/** Milliseconds that somebody who has stopped a run is kept waiting. */
const LAST_TIMEOUT = 5_000;

/** An open line to the router, for one call of a model. */
export interface Line {
	readonly credential: Credential;
	readonly operation: Operation;
	/** What the client package, or the call, sends its request with. */
	readonly fetch: typeof fetch;
	/** Fetches what a provider has made and put somewhere: without the credential, and by TLS only. */
	fetchMade(url: URL): Promise<Response>;
	/** Resolves after so many milliseconds; rejects when the line is closed. */
	pause(milliseconds: number): Promise<void>;
	readonly signal: AbortSignal;
	/** Sends a request that is to arrive although the line is closed, within some seconds. Rejects where it does not. */
	sendLast(url: string, init: RequestInit): Promise<Response>;
}

export interface LineOptions {
	readonly credential: Credential;
	readonly asked: AskedOfModel;
	readonly signal: AbortSignal;
	/** Hears of a good answer before its body is read. */
	readonly onAnswer?: (headers: Headers) => void;
}

/**
 * Opens a line to the router for `call`, and closes it when the call is over, however it ends: a connection left open
 * keeps a model writing, and the user paying. Fails with a `ProblemError`.
 */
export async function withLine<T>(
	services: Services,
	{ credential, asked, signal, onAnswer }: LineOptions,
	call: (line: Line) => Promise<T>,
): Promise<T> {
	const { endpoints, openOperation, stallTimeout } = services;
	const { origin: router, hostname, host } = new URL(endpoints.router);
	const hangUp = new AbortController();
	const watchdog = new Watchdog({
		stallTimeout,
		isOffline: () => services.isOffline(hostname),
		onDead: () => hangUp.abort(),
	});
	const own = AbortSignal.any([signal, hangUp.signal]);
	const toRouter = { origins: [router], rewrite: { [CLIENT_ROUTER]: endpoints.router }, credential };
	const headersTimeout = asked.task === 'conversational' ? FIRST_WORD_TIMEOUT : WHOLE_ANSWER_TIMEOUT;
	const operation = openOperation({ ...toRouter, signal: own, headersTimeout });
	const sendLast = (url: string, init: RequestInit) =>
		openOperation({ ...toRouter, signal: timeoutSignal(LAST_TIMEOUT) }).fetch(url, init);
	let made: Operation | undefined;
	try {
		const send = watchedFetch(operation.fetch, watchdog, onAnswer);
		const fetchMade = (url: URL) => {
			if (url.protocol !== 'https:' && url.origin !== router) {
				throw new ProblemError({ code: 'network.redirect', host: url.host });
			}
			made = openOperation({ origins: [url.origin], signal: own });
			return watchedFetch(made.fetch, watchdog)(url);
		};
		const pause = (milliseconds: number) => services.pause(milliseconds, own);
		return await call({ credential, operation, fetch: send, fetchMade, pause, signal: own, sendLast });
	} catch (error) {
		const problem: Problem = signal.aborted
			? { code: 'cancelled' }
			: watchdog.offline
				? { code: 'network.offline', host }
				: watchdog.stalled
					? { code: 'stream.stalled', seconds: stallTimeout / 1000 }
					: made?.last && made.last.status >= 400
						? problemOfMade(made.last)
						: inferenceProblem(error, operation.last, asked);
		if (problem.code === 'token.invalid' || problem.code === 'token.expired') {
			services.onRefused?.(credential);
		}
		throw new ProblemError(problem);
	} finally {
		watchdog.rest();
		hangUp.abort();
	}
}

/** Whatever another host says of a file at an address that was given to us is not about the token. */
function problemOfMade(facts: AnswerFacts): Problem {
	const detail = answerText(facts);
	return { code: 'server', status: facts.status, ...(detail !== undefined && { detail }) };
}
