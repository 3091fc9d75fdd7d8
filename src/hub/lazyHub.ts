import { lazy } from '../util/lazy';
import type { Hub } from './hub';

/** A Hub whose client package is loaded by the first call. A load that failed is tried again by the next call. */
export function lazyHub(load: () => Promise<Hub>): Hub {
	const hub = lazy(load);
	return {
		whoAmI: async (token, signal) => (await hub()).whoAmI(token, signal),
		models: async (query, signal) => (await hub()).models(query, signal),
		model: async (id, signal) => (await hub()).model(id, signal),
	};
}
