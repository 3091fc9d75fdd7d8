import { randomUUID } from 'node:crypto';
import type { Identity } from '../../src/hub/identity';
import type { Memento } from '../../src/tokens/tokenStore';
import type { Secrets } from '../../src/tokens/vault';
import { createTokens } from '../../src/tokens/vaultTokens';

/** A vault of its own for one test, in memory: the extension's own is left alone. */
export function memoryTokens(environment: Readonly<Record<string, string>>, origin: string) {
	const secrets = new Map<string, string>();
	const store: Secrets = {
		get: async key => secrets.get(key),
		store: async (key, value) => void secrets.set(key, value),
		delete: async key => void secrets.delete(key),
	};
	const tokens = createTokens({
		secrets: store,
		globalState: memento(),
		workspaceState: memento(),
		environment,
		files: { home: '/nowhere', read: async () => undefined },
		hubOrigins: () => [origin],
		allowedOrigins: () => [origin],
		now: Date.now,
		randomId: randomUUID,
	});
	return { tokens, secrets };
}

/** What a token is kept with when only its user matters. */
export function facts(name: string, identity: Pick<Identity, 'user' | 'role'>) {
	return { name, ...identity, organisations: [], isPro: false };
}

export function memento(): Memento {
	const values = new Map<string, string>();
	return {
		get: (key: string): unknown => {
			const value = values.get(key);
			return value === undefined ? undefined : JSON.parse(value);
		},
		update: async (key: string, value: unknown) => {
			values.delete(key);
			if (value !== undefined) {
				values.set(key, JSON.stringify(value));
			}
		},
	};
}
