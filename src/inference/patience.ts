import type { Problem } from '../shared/problem';
import type { Waiting } from '../shared/run';

/** How long a run waits for a model to be loaded, in all. */
const LONGEST_LOADING = 300;
/** A model may be ready earlier than its estimate says; asking once a minute is polite. */
const LONGEST_WAIT = 60;
const UNKNOWN_LOADING = 5;

export interface Wait {
	readonly why: Waiting['why'];
	readonly seconds: number;
}

/**
 * Decides after a refusal whether one run asks again, and when. Only for refusals before the model did any work, so
 * that nothing is billed twice: a model that is still being loaded, and a rate limit whose end is known and near enough.
 */
export class Patience {
	private loading = 0;
	private limited = 0;
	/** Epoch milliseconds up to which waiting is counted already. */
	private countedUntil = 0;

	/** A rate limit that is lifted later than after so many seconds in all is the user's to decide about. */
	constructor(private readonly longestRateLimit: number) {}

	/** Seconds for which nobody who would wait for them needs to ask. */
	closedFor(problem: Problem | undefined): number | undefined {
		const seconds =
			problem?.code === 'rateLimited' ? Math.max(1, problem.resetSeconds ?? Infinity) : Infinity;
		return seconds > this.longestRateLimit ? undefined : seconds;
	}

	/** `now` is in epoch milliseconds. */
	waitAfter(problem: Problem, now: number): Wait | undefined {
		if (problem.code === 'loading') {
			return this.waitForModel(problem.estimatedSeconds ?? UNKNOWN_LOADING);
		}
		return problem.code === 'rateLimited' ? this.waitForLimit(now, problem.resetSeconds) : undefined;
	}

	/** Whether it waits for a limit that another call was told of; what it waits for already is not counted twice. */
	waitsUntil(until: number, now: number): boolean {
		const seconds = Math.max(0, until - Math.max(now, this.countedUntil)) / 1000;
		if (this.limited + seconds > this.longestRateLimit) {
			return false;
		}
		this.limited += seconds;
		this.countedUntil = Math.max(until, this.countedUntil);
		return true;
	}

	private waitForModel(estimate: number): Wait | undefined {
		const polite = Math.min(LONGEST_WAIT, Math.max(1, estimate));
		const seconds = Math.min(polite, LONGEST_LOADING - this.loading);
		this.loading += seconds;
		return seconds > 0 ? { why: 'loading', seconds } : undefined;
	}

	private waitForLimit(now: number, reset = Infinity): Wait | undefined {
		const seconds = Math.max(1, reset);
		if (this.limited + seconds > this.longestRateLimit) {
			return undefined;
		}
		this.limited += seconds;
		this.countedUntil = Math.max(now + seconds * 1000, this.countedUntil);
		return { why: 'limited', seconds };
	}
}
