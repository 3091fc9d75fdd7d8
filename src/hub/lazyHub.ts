import type { Hub } from './hub';

/** A Hub whose client package is loaded by the first call. */
export function lazyHub(load: () => Promise<Hub>): Hub {
	let loading: Promise<Hub> | undefined;
	const hub = () => (loading ??= load());
	return {
		whoAmI: async (token, signal) => (await hub()).whoAmI(token, signal),
		models: async (query, signal) => (await hub()).models(query, signal),
		model: async (id, signal) => (await hub()).model(id, signal),
	};
}
