import { ProblemError } from '../util/problemError';
import { redact } from '../util/redact';
import { problemOfNetworkError } from './problemOfNetworkError';

/** What a request failed with before there was an answer. `waitedMs` is how long it took. */
export function networkFailure(
	error: unknown,
	host: string,
	signal: AbortSignal,
	waitedMs: number,
): ProblemError {
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
