interface Shared {
	readonly result: Promise<unknown>;
	readonly controller: AbortController;
	waiting: number;
}

/** Work that several ask for at the same time is done once. It is aborted when the last of them has lost interest. */
export class SharedWork {
	private readonly running = new Map<string, Shared>();

	/** The result of `work`, or of the same work that somebody has begun already under this key. */
	async run<T>(key: string, signal: AbortSignal, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
		signal.throwIfAborted();
		const shared = this.running.get(key) ?? this.begin(key, work);
		shared.waiting++;
		let leave: () => void = () => undefined;
		const left = new Promise<never>((_, reject) => {
			leave = () => reject(new DOMException('Nobody waits for this any more', 'AbortError'));
			signal.addEventListener('abort', leave, { once: true });
		});
		try {
			return (await Promise.race([shared.result, left])) as T;
		} finally {
			signal.removeEventListener('abort', leave);
			shared.waiting--;
			if (shared.waiting === 0) {
				this.end(key, shared);
				shared.controller.abort();
			}
		}
	}

	private begin(key: string, work: (signal: AbortSignal) => Promise<unknown>): Shared {
		const controller = new AbortController();
		const shared: Shared = { result: work(controller.signal), controller, waiting: 0 };
		this.running.set(key, shared);
		const end = () => this.end(key, shared);
		shared.result.then(end, end);
		return shared;
	}

	private end(key: string, shared: Shared): void {
		if (this.running.get(key) === shared) {
			this.running.delete(key);
		}
	}
}
