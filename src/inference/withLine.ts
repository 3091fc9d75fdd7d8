import { answerText } from '../net/answerText';
import type { Credential } from '../net/credential';
import type { AnswerFacts, Operation } from '../net/operation';
import type { Problem } from '../shared/problem';
import { lateSignal } from '../util/lateSignal';
import { ProblemError } from '../util/problemError';
import { timeoutSignal } from '../util/timeoutSignal';
import { untilAborted } from '../util/untilAborted';
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

/** Milliseconds that what is begun is waited for when nobody wants it any more: replicate keeps a job for a minute before it answers. */
const LATE_TIMEOUT = 90_000;

/** Of a rest that nobody ends before its time. */
const NEVER = new AbortController().signal;

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
	/**
	 * Sends a request that begins something which may have to be left again: where the line is closed before its answer has been read, it
	 * is waited for in the background, for a while, and what was read goes to `late`.
	 */
	begin<T>(url: string, init: RequestInit, reading: LateReading<T>): Promise<T>;
	/** Sends a request that is to arrive although the line is closed, within some seconds. Rejects where it does not. */
	sendLast(url: string, init: RequestInit): Promise<Response>;
}

/** How the answer to a request that begins something is read, and what becomes of it when it comes too late. */
export interface LateReading<T> {
	readonly read: (response: Response) => Promise<T>;
	readonly late: (value: T) => Promise<void>;
	/** Hears that nothing will come any more. */
	readonly lost: () => void;
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
	let begun: Operation | undefined;
	try {
		const send = watchedFetch(operation.fetch, watchdog, onAnswer);
		const begin = <B>(url: string, init: RequestInit, { read, ...later }: LateReading<B>): Promise<B> => {
			own.throwIfAborted();
			const patience = lateSignal(own, () => services.pause(LATE_TIMEOUT, NEVER));
			begun = openOperation({ ...toRouter, signal: patience.signal, headersTimeout });
			const told = (headers: Headers) => (own.aborted ? undefined : onAnswer?.(headers));
			const answer = watchedFetch(begun.fetch, watchdog, told)(url, { ...init, signal: null });
			return untilAborted(answer.then(read).finally(patience.end), own, later);
		};
		const fetchMade = (url: URL) => {
			if (url.protocol !== 'https:' && url.origin !== router) {
				throw new ProblemError({ code: 'network.redirect', host: url.host });
			}
			made = openOperation({ origins: [url.origin], signal: own });
			return watchedFetch(made.fetch, watchdog)(url);
		};
		const pause = (milliseconds: number) => services.pause(milliseconds, own);
		return await call({ credential, operation, fetch: send, fetchMade, pause, signal: own, begin, sendLast });
	} catch (error) {
		const problem: Problem = signal.aborted
			? { code: 'cancelled' }
			: watchdog.offline
				? { code: 'network.offline', host }
				: watchdog.stalled
					? { code: 'stream.stalled', seconds: stallTimeout / 1000 }
					: made?.last && made.last.status >= 400
						? problemOfMade(made.last)
						: inferenceProblem(error, operation.last ?? begun?.last, asked);
		if (problem.code === 'token.invalid' || problem.code === 'token.expired') {
			services.onRefused?.(credential);
		}
		throw new ProblemError(problem);
	} finally {
		watchdog.leave();
		hangUp.abort();
	}
}

/** Whatever another host says of a file at an address that was given to us is not about the token. */
function problemOfMade(facts: AnswerFacts): Problem {
	const detail = answerText(facts);
	return { code: 'server', status: facts.status, ...(detail !== undefined && { detail }) };
}
