import type { Secrets } from './vault';

/** A secret store that forgets everything with the window. */
export function memorySecrets(): Secrets {
	const values = new Map<string, string>();
	return {
		keys: async () => [...values.keys()],
		get: async key => values.get(key),
		store: async (key, value) => void values.set(key, value),
		delete: async key => void values.delete(key),
	};
}
