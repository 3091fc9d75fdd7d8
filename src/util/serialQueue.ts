/** Runs pieces of work one after the other, in the order they came; one that fails does not keep the next from running. */
export class SerialQueue {
	private last: Promise<unknown> = Promise.resolve();

	run<T>(work: () => Promise<T>): Promise<T> {
		const result = this.last.then(work);
		this.last = result.catch(() => undefined);
		return result;
	}
}
