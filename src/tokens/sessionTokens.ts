import { memorySecrets } from './memorySecrets';
import { SignIns, type SignInsOptions } from './oauth/signIns';
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
	readonly keeper: TokenKeeper;
	readonly signIns: SignIns;

	constructor({ randomId, ...options }: SignInsOptions & { readonly randomId: () => string }) {
		const { now } = options;
		const vault = new Vault(memorySecrets(), PATIENCE);
		this.keeper = new TokenKeeper(vault, new TokenStore(memoryMemento(), now), now, randomId);
		this.signIns = new SignIns(vault, this.keeper, options);
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
