/** The state of a workspace, as JSON, and how often it was written. */
export class MemoryMemento {
	writes = 0;
	failure: Error | undefined;
	private readonly values = new Map<string, string>();

	get<T>(key: string): T | undefined;
	get<T>(key: string, instead: T): T;
	get(key: string, instead?: unknown): unknown {
		const text = this.values.get(key);
		return text === undefined ? instead : (JSON.parse(text) as unknown);
	}

	update(key: string, value: unknown): Promise<void> {
		if (this.failure) {
			return Promise.reject(this.failure);
		}
		this.writes++;
		if (value === undefined) {
			this.values.delete(key);
		} else {
			this.values.set(key, JSON.stringify(value));
		}
		return Promise.resolve();
	}
}
