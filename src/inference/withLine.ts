import type { Credential } from '../net/credential';
import type { Operation } from '../net/operation';
import { ProblemError } from '../util/problemError';
import type { AskedOfModel } from './askedOfModel';
import { inferenceProblem } from './inferenceProblem';
import type { Services } from './services';
import { Watchdog } from './watchdog';
import { watchedFetch } from './watchedFetch';

/** Where the client package believes the router to be. */
const CLIENT_ROUTER = 'https://router.huggingface.co';

/** Milliseconds: a model on a busy provider may think for long before it says anything. */
const HEADERS_TIMEOUT = 120_000;

/** An open line to the router, for one call of a model. */
export interface Line {
	readonly credential: Credential;
	readonly operation: Operation;
	/** What the client package, or the call, sends its request with. */
	readonly fetch: typeof fetch;
	readonly signal: AbortSignal;
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
	{ endpoints, openOperation, stallTimeout }: Services,
	{ credential, asked, signal, onAnswer }: LineOptions,
	call: (line: Line) => Promise<T>,
): Promise<T> {
	const hangUp = new AbortController();
	const watchdog = new Watchdog(stallTimeout, () => hangUp.abort());
	const own = AbortSignal.any([signal, hangUp.signal]);
	const operation = openOperation({
		origins: [new URL(endpoints.router).origin],
		rewrite: { [CLIENT_ROUTER]: endpoints.router },
		credential,
		signal: own,
		headersTimeout: HEADERS_TIMEOUT,
	});
	try {
		const send = watchedFetch(operation.fetch, watchdog, onAnswer);
		return await call({ credential, operation, fetch: send, signal: own });
	} catch (error) {
		throw new ProblemError(
			signal.aborted
				? { code: 'cancelled' }
				: watchdog.stalled
					? { code: 'stream.stalled', seconds: stallTimeout / 1000 }
					: inferenceProblem(error, operation.last, asked),
		);
	} finally {
		watchdog.dispose();
		hangUp.abort();
	}
}
