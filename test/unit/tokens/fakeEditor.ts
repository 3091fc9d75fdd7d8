import { setImmediate as turn } from 'node:timers/promises';
import type { TokensOptions } from '../../../src/tokens/tokensOptions';
import { createTokens } from '../../../src/tokens/vaultTokens';
import type { Memento } from '../../../src/tokens/tokenStore';
import type { Secrets } from '../../../src/tokens/vault';
import { Emitter } from '../../../src/util/emitter';

export type SecretFault = 'throw' | 'lose' | 'hang' | 'throwAfter';
export type MementoFault = 'throw' | 'throwAfter';

/** What the windows of one editor share, with its weaknesses: secrets that fail, and storage in which the last window to write wins. */
export class FakeEditor {
	readonly secrets = new Map<string, string>();
	/** What is on disk, for all keys at once, as the editor writes it. */
	stored: Readonly<Record<string, unknown>> = {};
	time = 1_000_000;
	/** Faults of the calls to come, first in, first out; calls beyond them go well. */
	readonly secretFaults: Array<SecretFault | undefined> = [];
	readonly mementoFaults: Array<MementoFault | undefined> = [];
	/** Lets a test decide the order in which calls to the secret store and to the storage go on. */
	pause: () => Promise<unknown> = () => turn();
	/** Calls that hang, until they are let go. */
	readonly hanging: Array<() => void> = [];
	private ids = 0;
	private readonly didChange = new Emitter<{ readonly key: string }>();

	openWindow(options: Partial<TokensOptions> = {}) {
		const globalState = this.memento();
		const tokens = createTokens({
			secrets: this.secretStorage(),
			globalState,
			workspaceState: new FakeEditor().memento(),
			environment: {},
			files: { home: '/home/ada', read: async () => undefined },
			hubOrigins: () => ['https://huggingface.co'],
			now: () => ++this.time,
			randomId: () => `id${++this.ids}`,
			...options,
		});
		return { tokens, globalState };
	}

	memento(): Memento & { sync(): void } {
		let seen = this.stored;
		return {
			get: key => seen[key],
			update: async (key, value) => {
				const fault = this.mementoFaults.shift();
				if (fault === 'throw') {
					throw new Error('The storage is locked');
				}
				seen = { ...seen, [key]: structuredClone(value) };
				const written = seen;
				await this.pause();
				this.stored = written;
				if (fault === 'throwAfter') {
					throw new Error('The storage is gone');
				}
			},
			sync: () => (seen = this.stored),
		};
	}

	private secretStorage(): Secrets {
		return {
			keys: async () => [...this.secrets.keys()],
			get: key => this.attempt(() => this.secrets.get(key)),
			store: (key, value) =>
				this.attempt(() => {
					this.secrets.set(key, value);
					this.didChange.fire({ key });
				}),
			delete: key =>
				this.attempt(
					() => this.forget(key),
					() => this.forget(key),
				),
			onDidChange: this.didChange.event,
		};
	}

	private forget(key: string): void {
		if (this.secrets.delete(key)) {
			this.didChange.fire({ key });
		}
	}

	/** `lost` is what happens when the secret store says yes and does nothing; of deleting, that is not known. */
	private async attempt<T>(act: () => T, lost: () => T | undefined = () => undefined): Promise<T> {
		const fault = this.secretFaults.shift();
		await this.pause();
		switch (fault) {
			case 'throw':
				throw new Error('The keyring is locked');
			case 'lose':
				return lost() as T;
			case 'throwAfter':
				act();
				throw new Error('The keyring went away');
			case 'hang':
				await new Promise<void>(go => this.hanging.push(go));
				return act();
			case undefined:
				return act();
		}
	}
}
