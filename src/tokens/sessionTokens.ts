import { memorySecrets } from './memorySecrets';
import { TokenKeeper } from './tokenKeeper';
import type { TokenRecord } from './tokenRecord';
import { type Memento, TokenStore } from './tokenStore';
import { Vault } from './vault';

/** The memory is always at hand. */
const PATIENCE = 1_000;

/**
 * Tokens for this window only, where no keyring works: values and metadata are in memory, are kept as the vault keeps its
 * own, and are gone when the window closes or reloads. Nothing of them is ever written.
 */
export class SessionTokens {
	readonly vault = new Vault(memorySecrets(), PATIENCE);
	readonly keeper: TokenKeeper;

	constructor(now: () => number, randomId: () => string) {
		this.keeper = new TokenKeeper(this.vault, new TokenStore(memoryMemento(), now), now, randomId);
	}

	get records(): readonly TokenRecord[] {
		return this.keeper.kept.map(({ record }) => ({ ...record, isSessionOnly: true as const }));
	}

	has(id: string): boolean {
		return this.keeper.kept.some(({ record }) => record.id === id);
	}
}

function memoryMemento(): Memento {
	const values = new Map<string, unknown>();
	return {
		get: key => values.get(key),
		update: async (key, value) => void values.set(key, value),
	};
}
