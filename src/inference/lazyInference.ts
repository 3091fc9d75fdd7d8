import type { Inference } from './inference';

/** Inference whose client package is loaded by the first call, or by `preload` while the user is still choosing. */
export function lazyInference(load: () => Promise<Inference>): Inference & { preload(): void } {
	let loading: Promise<Inference> | undefined;
	const inference = () => (loading ??= load());
	return {
		preload: () => void inference(),
		offers: async (task, search, signal) => (await inference()).offers(task, search, signal),
		async *run(request, signal) {
			yield* (await inference()).run(request, signal);
		},
	};
}
