/** Does some work for each item, a few at a time. The first failure stops the others, and is thrown when all have ended. */
export async function inLanes<T>(
	lanes: number,
	items: Iterable<T>,
	signal: AbortSignal,
	work: (item: T, signal: AbortSignal) => Promise<void>,
): Promise<void> {
	const stop = new AbortController();
	const either = AbortSignal.any([signal, stop.signal]);
	const left = items[Symbol.iterator]();
	let failed: { readonly error: unknown } | undefined;
	const lane = async () => {
		try {
			for (let next = left.next(); !next.done; next = left.next()) {
				either.throwIfAborted();
				await work(next.value, either);
			}
		} catch (error) {
			failed ??= { error };
			stop.abort();
		}
	};
	await Promise.all(Array.from({ length: lanes }, lane));
	if (failed) {
		throw failed.error;
	}
}
