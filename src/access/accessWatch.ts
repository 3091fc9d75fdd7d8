import type { HubAccess } from '../hub/hubAccess';
import type { AccessState } from '../shared/repoAccess';
import type { RepoRef } from '../shared/repoType';
import { Disposable } from '../util/disposable';
import { Emitter } from '../util/emitter';
import { problemOf } from '../util/problemOf';
import { isSettled, nextAskAt, parseWatchedRepos, type WatchedRepo } from './watchedRepos';

/** Where the watched repos are kept between sessions; the shape of the editor's own. */
export interface WatchStorage {
	get(key: string): unknown;
	update(key: string, value: unknown): PromiseLike<void>;
}

export interface AccessWatchOptions {
	readonly storage: WatchStorage;
	readonly access: Pick<HubAccess, 'access'>;
	/** Milliseconds between two questions about one repo. Asked anew each time, so that a changed setting counts. */
	readonly interval: () => number;
	/** Epoch milliseconds. */
	readonly now: () => number;
}

/** A request that was answered, or a repo that went away: it is not watched any more. */
export interface Settled {
	readonly repo: RepoRef;
	readonly state: AccessState;
}

const KEY = 'hfWorkbench.watchedAccess';
const LONGEST_TIMER = 60 * 60 * 1000;

/**
 * Asks the Hub again, at a polite interval, about the gated repos that the user wants to hear about, and only those. What
 * is watched survives a reload; the asking ends with the window. Several windows share what they have heard.
 */
export class AccessWatch extends Disposable {
	private readonly didChange = this.register(new Emitter<void>());
	private readonly didSettle = this.register(new Emitter<Settled>());
	readonly onDidChange = this.didChange.event;
	readonly onDidSettle = this.didSettle.event;

	private readonly stop = new AbortController();
	private timer: NodeJS.Timeout | undefined;
	/** Milliseconds of the clock before which the Hub does not want to be asked. */
	private notBefore = 0;
	private isAsking = false;

	constructor(private readonly options: AccessWatchOptions) {
		super();
		this.register({
			dispose: () => {
				clearTimeout(this.timer);
				this.stop.abort();
			},
		});
		this.schedule();
	}

	get watched(): readonly WatchedRepo[] {
		return parseWatchedRepos(this.options.storage.get(KEY));
	}

	has(repo: RepoRef): boolean {
		return this.watched.some(one => isSame(one.repo, repo));
	}

	/** Begins to watch; the Hub has just said how it stands. */
	async add(repo: RepoRef, state: AccessState): Promise<void> {
		const now = this.options.now();
		const others = this.watched.filter(one => !isSame(one.repo, repo));
		await this.store([...others, { repo, since: now, askedAt: now, state }]);
	}

	async remove(repo: RepoRef): Promise<void> {
		await this.store(this.watched.filter(one => !isSame(one.repo, repo)));
	}

	/** Takes an answer that was asked for otherwise: one that ends the waiting is told and ends the watch. */
	async learn(repo: RepoRef, state: AccessState): Promise<void> {
		const known = this.watched.find(one => isSame(one.repo, repo));
		if (!known) {
			return;
		}
		const others = this.watched.filter(one => !isSame(one.repo, repo));
		if (isSettled(state)) {
			await this.store(others);
			this.didSettle.fire({ repo, state });
		} else {
			await this.store([...others, { ...known, askedAt: this.options.now(), state }]);
		}
	}

	private async store(watched: readonly WatchedRepo[]): Promise<void> {
		await this.options.storage.update(KEY, watched.length === 0 ? undefined : watched);
		if (!this.isDisposed) {
			this.didChange.fire();
			this.schedule();
		}
	}

	/** One timer, for the repo whose turn is next. A long wait is cut, since a setting may change meanwhile. */
	private schedule(): void {
		clearTimeout(this.timer);
		const { now, interval } = this.options;
		const turns = this.watched.map(one => nextAskAt(one, interval()));
		if (turns.length === 0 || this.isDisposed || this.isAsking) {
			return;
		}
		const wait = Math.max(0, Math.min(...turns), this.notBefore) - now();
		this.timer = setTimeout(() => void this.askDue(), Math.min(Math.max(0, wait), LONGEST_TIMER));
	}

	private async askDue(): Promise<void> {
		const { now, interval } = this.options;
		this.isAsking = true;
		try {
			for (const one of this.watched) {
				// Another window may have asked meanwhile.
				if (now() >= Math.max(this.notBefore, nextAskAt(one, interval())) && !this.isDisposed) {
					await this.ask(one);
				}
			}
		} finally {
			this.isAsking = false;
			this.schedule();
		}
	}

	/** What goes wrong on the way says nothing about the request; it is tried again in its turn. */
	private async ask({ repo, state: before }: WatchedRepo): Promise<void> {
		let state: AccessState;
		try {
			state = await this.options.access.access(repo, this.stop.signal);
		} catch (error) {
			const problem = problemOf(error);
			if (problem.code === 'rateLimited') {
				this.notBefore = this.options.now() + (problem.resetSeconds ?? 300) * 1000;
			}
			state = before;
		}
		if (!this.isDisposed) {
			await this.learn(repo, state).catch(() => {
				// Where it cannot be noted that the Hub was asked, it is not asked at once again.
				this.notBefore = this.options.now() + this.options.interval();
			});
		}
	}
}

function isSame(one: RepoRef, other: RepoRef): boolean {
	return one.type === other.type && one.id === other.id;
}
