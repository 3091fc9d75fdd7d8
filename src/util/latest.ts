import type { Owned } from './disposable';

/** At most one piece of work at a time: starting another aborts the one before, and what that one still says is dropped. */
export class Latest implements Owned {
	private current: AbortController | undefined;

	get busy(): boolean {
		return this.current !== undefined;
	}

	/** Answers with the value, or with nothing if the work was overtaken meanwhile; its error is then dropped as well. */
	async run<T>(work: (signal: AbortSignal) => Promise<T>): Promise<{ readonly value: T } | undefined> {
		this.abort();
		const own = new AbortController();
		this.current = own;
		const wanted = () => this.current === own;
		try {
			const value = await work(own.signal);
			return wanted() ? { value } : undefined;
		} catch (error) {
			if (wanted()) {
				throw error;
			}
			return undefined;
		} finally {
			if (wanted()) {
				this.current = undefined;
			}
		}
	}

	abort(): void {
		this.current?.abort();
		this.current = undefined;
	}

	dispose(): void {
		this.abort();
	}
}
