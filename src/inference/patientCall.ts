import { ProblemError } from '../util/problemError';
import type { Waiting } from '../shared/run';
import { Patience } from './patience';
import type { Services } from './services';
import type { Turns } from './turns';
import { type Line, type LineOptions, withLine } from './withLine';

export interface PatientCallOptions extends LineOptions {
	/** Whose turn it is, by its name; or the policy, while the provider is not known. */
	readonly provider: string;
	/** What a rate limit closes, for all calls there. */
	readonly lane: string;
	/** Hears why the call waits, and that it does no longer. */
	readonly onWaiting: (waiting: Waiting | undefined) => void;
}

/**
 * Calls a model when it is its turn, and calls again after a wait where the refusal is one to wait for. No turn is held, and no
 * connection is open, while it waits. A wait is over when there is an answer, not when it is asked for again.
 */
export async function patientCall<T>(
	services: Services,
	turns: Turns,
	options: PatientCallOptions,
	call: (line: Line) => Promise<T>,
): Promise<T> {
	const { provider, lane, signal, onWaiting } = options;
	const patience = new Patience(services.rateLimitWait / 1000);
	const order = turns.nextOrder();
	let isWaiting = false;
	const tell = (waiting: Waiting | undefined) => {
		isWaiting = waiting !== undefined;
		onWaiting(waiting);
	};
	const onWait = (waiting: Waiting) => {
		const { until } = waiting;
		const now = services.now();
		if (until !== undefined && !patience.waitsUntil(until, now)) {
			throw new ProblemError({ code: 'rateLimited', resetSeconds: Math.ceil((until - now) / 1000) });
		}
		tell(waiting);
	};
	let isAnswered = false;
	for (;;) {
		const turn = await turns.take({ provider, lane, order, signal, onWait });
		const onAnswer = (headers: Headers) => {
			turn.answered();
			isAnswered = true;
			options.onAnswer?.(headers);
			if (isWaiting) {
				tell(undefined);
			}
		};
		try {
			return await withLine(services, { ...options, onAnswer }, call);
		} catch (error) {
			// A refusal that comes after a good answer, such as in its stream, is one of something that may be billed.
			const problem = error instanceof ProblemError && !isAnswered ? error.problem : undefined;
			const now = services.now();
			const closed = patience.closedFor(problem);
			if (closed !== undefined) {
				// Also where this call gives up: those in line after it need not ask to hear the same.
				turn.refuse(now + closed * 1000);
			}
			const wait = problem && patience.waitAfter(problem, now);
			if (!wait) {
				throw error;
			}
			turn.end();
			if (wait.why !== 'limited') {
				tell({ why: wait.why, until: now + wait.seconds * 1000 });
				await services.pause(wait.seconds * 1000, signal);
			}
		} finally {
			turn.end();
		}
	}
}
