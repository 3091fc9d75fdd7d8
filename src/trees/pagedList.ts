import type { Problem } from '../shared/problem';
import type { Owned } from '../util/disposable';
import { Latest } from '../util/latest';
import { problemOf } from '../util/problemOf';

export interface Page<T> {
	readonly items: readonly T[];
	readonly next?: Request<T>;
}

/** `arrived` is how many there are already. */
type Request<T> = (signal: AbortSignal, arrived: number) => Promise<Page<T>>;

export interface PagedListOptions<T> {
	readonly first: Request<T>;
	/** Two items with the same key are one: a list that changes between two pages repeats some. */
	readonly key: (item: T) => string;
	/** Called when `more` changes what there is to see. */
	readonly changed: () => void;
	/** Called in the place of `changed` when more is on its way and nothing else is to be seen. */
	readonly waiting?: () => void;
	/** Called with what a page brought. */
	readonly arrived?: (items: readonly T[]) => void;
}

/** A list that comes page by page. An answer that comes after a `reset` is dropped; what has arrived survives a failure. */
export class PagedList<T> implements Owned {
	private readonly requests = new Latest();
	private arrived = new Map<string, T>();
	private next: Request<T> | undefined;
	private failure: Problem | undefined;
	private loading: Promise<void> | undefined;
	private loaded = false;
	private disposed = false;

	constructor(private readonly options: PagedListOptions<T>) {}

	get items(): readonly T[] {
		return [...this.arrived.values()];
	}

	get hasMore(): boolean {
		return this.next !== undefined;
	}

	get isLoading(): boolean {
		return this.requests.busy;
	}

	/** Why the last page did not come. */
	get problem(): Problem | undefined {
		return this.failure;
	}

	/** Ends when the first page has come or failed. Callers meanwhile wait for the same request, also after a `reset`. */
	async load(): Promise<void> {
		while (!this.loaded && !this.disposed) {
			this.loading ??= this.fetch(this.options.first);
			await this.loading;
		}
	}

	/** The next page; while it is on its way, asking again does nothing. */
	async more(): Promise<void> {
		if (this.next === undefined || this.requests.busy || this.disposed) {
			return;
		}
		const { changed, waiting = changed } = this.options;
		const tell = this.failure === undefined ? waiting : changed;
		const coming = this.fetch(this.next);
		tell();
		await coming;
		changed();
	}

	/** What failed, once more. */
	async retry(): Promise<void> {
		if (this.next === undefined) {
			this.reset();
			this.options.changed();
		} else {
			await this.more();
		}
	}

	/** Forgets everything. The next `load` starts again. */
	reset(): void {
		this.requests.abort();
		this.arrived = new Map();
		this.next = undefined;
		this.failure = undefined;
		this.loading = undefined;
		this.loaded = false;
	}

	dispose(): void {
		this.disposed = true;
		this.reset();
	}

	private async fetch(request: Request<T>): Promise<void> {
		this.failure = undefined;
		try {
			const page = await this.requests.run(signal => request(signal, this.arrived.size));
			if (page === undefined) {
				return;
			}
			for (const item of page.value.items) {
				this.arrived.set(this.options.key(item), item);
			}
			this.options.arrived?.(page.value.items);
			this.next = page.value.next;
		} catch (error) {
			this.failure = problemOf(error);
		}
		this.loaded = true;
	}
}
