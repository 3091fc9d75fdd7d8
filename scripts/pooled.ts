/** Does the work for each item, in order, at most `size` at a time; after `isEnough` no further one is begun. */
export async function pooled<T>(
	items: readonly T[],
	size: number,
	work: (item: T) => Promise<void>,
	isEnough: () => boolean,
): Promise<void> {
	const waiting = [...items];
	const worker = async () => {
		for (let item = waiting.shift(); item !== undefined && !isEnough(); item = waiting.shift()) {
			await work(item);
		}
	};
	await Promise.all(Array.from({ length: size }, worker));
}
