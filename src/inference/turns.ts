import type { Waiting } from '../shared/run';
import { pause as timer } from './pause';

/** Calls of models that go on at the same time, over all providers. */
const MOST_AT_ONCE = 16;

/** A call's leave to go on. */
export interface Turn {
	/** The provider has taken the call: the next one for it may go as well. */
	answered(): void;
	/** The provider takes no calls until then, in epoch milliseconds. */
	refuse(until: number): void;
	/** The call is over. */
	end(): void;
}

export interface TurnRequest {
	/** Whose calls are counted together; the policy, while the provider is not known. */
	readonly provider: string;
	/** What a refusal closes: a provider, or one model of those whose providers the router chooses. */
	readonly lane: string;
	/** Who came first has the lower number. */
	readonly order: number;
	readonly signal: AbortSignal;
	/** Hears that it has to wait, and why. What it throws ends the wait. */
	readonly onWait: (waiting: Waiting) => void;
}

/** Calls that go on at one provider, in all its lanes. */
interface Provider {
	active: number;
}

/** What goes on where calls are refused together. */
interface Lane {
	readonly provider: Provider;
	active: number;
	/** Epoch milliseconds until which it takes no calls. */
	closedUntil: number;
	/** It has refused a call, and taken none since: one at a time is enough to find out. */
	isDoubtful: boolean;
}

interface Waiter {
	readonly lane: Lane;
	readonly order: number;
	admitted: boolean;
	/** Lets it look again. */
	wake: () => void;
}

/**
 * Lets sixteen calls go on at the same time. Whose turn is next: of the providers, the one with the fewest calls going on, so
 * that many runs at one keep nobody from another; of its lanes, likewise; and of the calls there, the one that came first. A
 * lane where one was refused is left alone for as long as the refusal said, and is then asked by one alone before all others follow.
 */
export class Turns {
	private readonly providers = new Map<string, Provider>();
	private readonly lanes = new Map<string, Lane>();
	private waiting: Waiter[] = [];
	private active = 0;
	private last = 0;

	constructor(
		private readonly now: () => number = Date.now,
		private readonly pause: (milliseconds: number, signal: AbortSignal) => Promise<void> = timer,
	) {}

	/** A number for whoever comes now. */
	nextOrder(): number {
		return ++this.last;
	}

	/** Resolves when it is the call's turn, which has to be ended; rejects when the signal aborts. */
	async take({ provider, lane: name, order, signal, onWait }: TurnRequest): Promise<Turn> {
		signal.throwIfAborted();
		const lane = this.lane(name, provider);
		const waiter: Waiter = { lane, order, admitted: false, wake: () => undefined };
		this.waiting.push(waiter);
		try {
			for (;;) {
				const woken = new Promise<void>(resolve => (waiter.wake = resolve));
				this.admit();
				if (waiter.admitted) {
					return this.turn(lane);
				}
				const until = lane.closedUntil > this.now() ? lane.closedUntil : undefined;
				onWait(waitingIn(lane, until));
				await this.until(woken, until, signal);
				if (lane.closedUntil === until) {
					lane.closedUntil = 0;
				}
			}
		} catch (error) {
			if (waiter.admitted) {
				this.turn(lane).end();
			}
			throw error;
		} finally {
			this.waiting = this.waiting.filter(one => one !== waiter);
		}
	}

	/** Resolves when it is woken or the time has come, whichever is first. */
	private async until(woken: Promise<void>, until: number | undefined, signal: AbortSignal): Promise<void> {
		const enough = new AbortController();
		const within = AbortSignal.any([signal, enough.signal]);
		const aborted = new Promise<never>((_, reject) => {
			const stop = () => reject(new DOMException('Aborted', 'AbortError'));
			within.addEventListener('abort', stop, { once: true });
		});
		const elapsed = until === undefined ? aborted : this.pause(until - this.now(), within);
		try {
			await Promise.race([woken, elapsed, aborted]);
		} finally {
			enough.abort();
		}
	}

	private admit(): void {
		while (this.active < MOST_AT_ONCE) {
			const next = this.next();
			if (!next) {
				return;
			}
			this.waiting = this.waiting.filter(one => one !== next);
			this.active++;
			next.lane.active++;
			next.lane.provider.active++;
			next.admitted = true;
			next.wake();
		}
	}

	private next(): Waiter | undefined {
		const now = this.now();
		return this.waiting
			.filter(({ lane }) => lane.closedUntil <= now && !(lane.isDoubtful && lane.active > 0))
			.sort(
				({ lane: a, order: first }, { lane: b, order: second }) =>
					a.provider.active - b.provider.active || a.active - b.active || first - second,
			)[0];
	}

	private turn(lane: Lane): Turn {
		let isOver = false;
		return {
			answered: () => {
				lane.isDoubtful = false;
				this.admit();
			},
			refuse: until => {
				lane.isDoubtful = true;
				lane.closedUntil = Math.max(lane.closedUntil, until);
				// Who waits for a turn here is to know for how long.
				this.waiting.filter(one => one.lane === lane).forEach(one => one.wake());
			},
			end: () => {
				if (!isOver) {
					isOver = true;
					this.active--;
					lane.active--;
					lane.provider.active--;
					this.admit();
				}
			},
		};
	}

	private lane(name: string, provider: string): Lane {
		const known = this.lanes.get(name);
		if (known) {
			return known;
		}
		const own = this.providers.get(provider) ?? { active: 0 };
		this.providers.set(provider, own);
		const lane: Lane = { provider: own, active: 0, closedUntil: 0, isDoubtful: false };
		this.lanes.set(name, lane);
		return lane;
	}
}

function waitingIn({ isDoubtful }: Lane, until: number | undefined): Waiting {
	return until === undefined ? { why: isDoubtful ? 'limited' : 'turn' } : { why: 'limited', until };
}
