import type { Problem } from '../shared/problem';
import type { Metrics, Pricing, Usage } from '../shared/run';
import type { Task } from '../shared/task';
import { measure } from './metrics';

/** The tasks that are paid for by the token. */
const COUNTED: ReadonlySet<Task> = new Set(['conversational', 'text-generation']);

/** What ends a run at which the provider may have been at work, though nothing has come of it. */
const BROKEN_OFF: ReadonlySet<Problem['code']> = new Set(['cancelled', 'stream.cut', 'stream.stalled']);

/** What one run takes, as it is told while the run goes on. */
export class Meter {
	/** As the provider counted. */
	usage: Usage | undefined;
	private readonly startedAt: number;
	private askedAt: number | undefined;
	private firstTokenAt: number | undefined;
	private lastTokenAt: number | undefined;
	private endedAt: number | undefined;
	private tokenName: string | undefined;
	private isAnswered = false;
	/** What was sent last was not refused. */
	private isUnderway = false;

	constructor(
		private readonly task: Task,
		private readonly now: () => number,
	) {
		this.startedAt = now();
	}

	/** A request goes out, with the access token of that name. */
	asked(tokenName: string): void {
		this.tokenName = tokenName;
		this.askedAt = this.now();
		this.isUnderway = true;
	}

	/** A good answer has begun. */
	answered(): void {
		this.isAnswered = true;
	}

	/** The request has failed, or was stopped; what had not begun to answer then, and was not stopped, was refused. */
	failed(isStopped: boolean): void {
		this.isUnderway = this.isAnswered || isStopped;
	}

	/** A piece of text has come, reasoning included. */
	came(): void {
		this.lastTokenAt = this.now();
		this.firstTokenAt ??= this.lastTokenAt;
	}

	/** The answer is whole; what is still done after it is not the provider's time. */
	ended(): void {
		this.endedAt = this.now();
	}

	/** What it was; `problem` is what it failed with, if it did. */
	metrics(pricing: Pricing | undefined, problem?: Problem): Metrics {
		const { startedAt, askedAt, firstTokenAt, lastTokenAt, usage, tokenName } = this;
		const moments = { startedAt, askedAt, firstTokenAt, lastTokenAt, endedAt: this.endedAt ?? this.now() };
		return {
			...measure(moments, usage, pricing),
			...(!usage && this.mayCost(problem) && { uncounted: true }),
			...(tokenName !== undefined && { tokenName }),
		};
	}

	private mayCost(problem: Problem | undefined): boolean {
		const hasWorked = !problem || this.firstTokenAt !== undefined || BROKEN_OFF.has(problem.code);
		return this.isUnderway && hasWorked && COUNTED.has(this.task);
	}
}
