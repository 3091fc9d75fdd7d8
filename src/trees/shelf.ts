import { Emitter } from '../util/emitter';
import { problemOf } from '../util/problemOf';
import type { IdList } from './idList';
import type { Listed, Listing, Unknown } from './listing';

/** Requests at a time: a long list of ids must not use up the rate limit's patience. */
const AT_ONCE = 4;
/** Ids that are looked up without being asked for one by one. */
const MOST_LOOKED_UP = 40;

/**
 * What a view has learned, whichever section learned it, so that nothing is asked for twice. What is known only by its id,
 * such as a pin, is looked up here.
 */
export class Shelf<S extends Listed> {
	private readonly didFill = new Emitter<void>();
	/** What was looked up has come. */
	readonly onDidFill = this.didFill.event;
	private readonly controller = { current: new AbortController() };
	private known = new Map<string, S | Unknown>();
	private readonly waiting: string[] = [];
	private readonly asked = new Set<string>();
	private workers = 0;

	constructor(
		private readonly listing: Listing<S>,
		readonly pins: IdList,
	) {}

	/** What is known of it; at least its id. */
	get(id: string): S | Unknown {
		return this.known.get(id) ?? { id };
	}

	/** What is known of it, which may be more than its list said. */
	latest(item: S): S | Unknown {
		return this.known.get(item.id) ?? item;
	}

	/** Notes what a Space has been seen to do. Whether that is news. */
	noteStage(id: string, stage: string): boolean {
		const known = this.known.get(id);
		if (!known || ('stage' in known && known.stage === stage)) {
			return false;
		}
		const noted = { ...known, stage };
		this.known.set(id, noted);
		return true;
	}

	put(items: readonly S[]): void {
		for (const item of items) {
			this.known.set(item.id, item);
		}
	}

	/** Looks up those of the first ids of which nothing is known. */
	want(ids: readonly string[]): void {
		for (const id of ids.slice(0, MOST_LOOKED_UP)) {
			if (!this.known.has(id) && !this.asked.has(id)) {
				this.asked.add(id);
				this.waiting.push(id);
			}
		}
		while (this.workers < Math.min(AT_ONCE, this.waiting.length)) {
			this.workers++;
			void this.work();
		}
	}

	/** Forgets all, and ends what is being looked up. */
	reset(): void {
		this.controller.current.abort();
		this.controller.current = new AbortController();
		this.known = new Map();
		this.asked.clear();
		this.waiting.length = 0;
		this.workers = 0;
	}

	dispose(): void {
		this.reset();
		this.didFill.dispose();
	}

	/** Never rejects: what could not be loaded is said on its row. */
	private async work(): Promise<void> {
		const { signal } = this.controller.current;
		for (let id = this.waiting.shift(); id !== undefined; id = this.waiting.shift()) {
			const found = await this.look(id, signal);
			if (signal.aborted) {
				return;
			}
			this.known.set(id, found);
		}
		this.workers--;
		if (this.workers === 0) {
			this.didFill.fire();
		}
	}

	private async look(id: string, signal: AbortSignal): Promise<S | Unknown> {
		try {
			return { ...(await this.listing.one(id, signal)), id };
		} catch (error) {
			return { id, problem: problemOf(error) };
		}
	}
}
