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
	let isAnswered = false;
	for (;;) {
		const turn = await turns.take({ provider, lane, order, signal, onWait: tell });
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
			const wait = error instanceof ProblemError ? patience.waitAfter(error.problem) : undefined;
			// A refusal that comes after a good answer, such as in its stream, is one of something that may be billed.
			if (!wait || isAnswered) {
				throw error;
			}
			const until = services.now() + wait.seconds * 1000;
			if (wait.why === 'limited') {
				turn.refuse(until);
				turn.end();
				continue;
			}
			turn.end();
			tell({ why: wait.why, until });
			await services.pause(wait.seconds * 1000, signal);
		} finally {
			turn.end();
		}
	}
}
