/**
 * An async iterable of what `work` emits. Work starts when somebody iterates, and its signal aborts when they leave. A
 * queue costs less per value than nested generators do, and the work never waits for its reader.
 */
export function emitted<T>(
	work: (emit: (value: T) => void, left: AbortSignal) => Promise<void>,
): AsyncIterable<T> {
	return { [Symbol.asyncIterator]: () => new Emitted(work) };
}

type Result<T> = IteratorResult<T, undefined>;

const END = { done: true, value: undefined } as const;

class Emitted<T> implements AsyncIterator<T, undefined> {
	private readonly left = new AbortController();
	private readonly readers: Array<(result: Result<T> | Promise<Result<T>>) => void> = [];
	private values: T[] = [];
	private taken = 0;
	private ended = false;
	private readonly working: Promise<void>;

	constructor(work: (emit: (value: T) => void, left: AbortSignal) => Promise<void>) {
		this.working = work(value => this.emit(value), this.left.signal).finally(() => this.end());
		// Whoever reads hears of a failure at the end; nobody else has to.
		this.working.catch(() => undefined);
	}

	next(): Promise<Result<T>> {
		if (this.taken < this.values.length) {
			const value = this.values[this.taken++] as T;
			if (this.taken === this.values.length) {
				this.values = [];
				this.taken = 0;
			}
			return Promise.resolve({ done: false, value });
		}
		if (this.ended) {
			return this.working.then(() => END);
		}
		return new Promise(resolve => this.readers.push(resolve));
	}

	async return(): Promise<Result<T>> {
		this.left.abort();
		await this.working.catch(() => undefined);
		return END;
	}

	private emit(value: T): void {
		const reader = this.readers.shift();
		if (reader) {
			reader({ done: false, value });
		} else {
			this.values.push(value);
		}
	}

	private end(): void {
		this.ended = true;
		for (const reader of this.readers.splice(0)) {
			reader(this.working.then(() => END));
		}
	}
}
