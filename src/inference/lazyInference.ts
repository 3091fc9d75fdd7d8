import { lazy } from '../util/lazy';
import type { Inference } from './inference';

/**
 * Inference whose client package is loaded by the first call, or by `preload` while the user is still choosing. A load
 * that failed is tried again by the next call.
 */
export function lazyInference(load: () => Promise<Inference>): Inference & { preload(): void } {
	const inference = lazy(load);
	return {
		// Whoever calls next hears of a failure.
		preload: () => void inference().catch(() => undefined),
		offers: async (task, search, signal) => (await inference()).offers(task, search, signal),
		refresh: () =>
			void inference().then(
				loaded => loaded.refresh(),
				() => undefined,
			),
		revision: async (model, signal) => (await inference()).revision(model, signal),
		estimate: async (request, answer) => (await inference()).estimate(request, answer),
		providers: async (model, signal) => (await inference()).providers(model, signal),
		async *run(request, signal, onLeftJob) {
			yield* (await inference()).run(request, signal, onLeftJob);
		},
	};
}
