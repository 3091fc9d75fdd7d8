import { ProblemError } from '../util/problemError';
import { redact } from '../util/redact';
import type { Event } from '../util/emitter';
import { keyringError } from './keyringError';

/** What the vault asks of the editor's secret store. */
export interface Secrets {
	keys?(): PromiseLike<readonly string[]>;
	get(key: string): PromiseLike<string | undefined>;
	store(key: string, value: string): PromiseLike<void>;
	delete(key: string): PromiseLike<void>;
	readonly onDidChange?: Event<{ readonly key: string }>;
}

const PREFIX = 'hfWorkbench.token.';
const PROBE = 'hfWorkbench.probe';

/** The one reader and writer of tokens' values. A slot is where one value lies. Every failure is `token.keyring`. */
export class Vault {
	private readonly storing = new Map<string, Promise<void>>();

	/** `patience` is how many milliseconds the secret store may take. */
	constructor(
		private readonly secrets: Secrets,
		private readonly patience: number,
	) {}

	/** Whether a change in the secret store is about a token. */
	static holds(key: string): boolean {
		return key.startsWith(PREFIX);
	}

	static slotOf(key: string): string {
		return key.slice(PREFIX.length);
	}

	get(slot: string, signal?: AbortSignal): Promise<string | undefined> {
		return this.inTime(() => this.secrets.get(PREFIX + slot), signal);
	}

	/** Stores a value and reads it back, for some secret stores lose what they accept. */
	async store(slot: string, value: string): Promise<void> {
		const storing = (async () => this.secrets.store(PREFIX + slot, value))().finally(() =>
			this.storing.delete(slot),
		);
		this.storing.set(slot, storing);
		await this.inTime(() => storing);
		if ((await this.get(slot)) !== value) {
			throw keyringError('What was stored could not be read back.');
		}
	}

	/** Deletes a value; one that is still on its way into a slow secret store is waited for, or it would stay. */
	delete(slot: string): Promise<void> {
		return this.inTime(async () => {
			await this.storing.get(slot)?.catch(() => undefined);
			await this.secrets.delete(PREFIX + slot);
		});
	}

	/** Stores a value that means nothing, reads it back and deletes it. Two windows may do so at the same time. */
	async probe(value: string, signal: AbortSignal): Promise<void> {
		const { secrets } = this;
		const key = `${PROBE}.${value}`;
		try {
			await this.inTime(() => secrets.store(key, value), signal);
			if ((await this.inTime(() => secrets.get(key), signal)) !== value) {
				throw keyringError('What was stored could not be read back.');
			}
		} catch (error) {
			// What a failing store says last is not what it said first, and whoever waits has waited long enough.
			void this.inTime(() => secrets.delete(key)).catch(() => undefined);
			throw error;
		}
		await this.inTime(() => secrets.delete(key), signal);
	}

	/** All slots with a value; none where the editor cannot list them. */
	async slots(): Promise<readonly string[]> {
		const keys = await this.inTime(async () => (await this.secrets.keys?.()) ?? []);
		return keys.filter(key => Vault.holds(key)).map(key => key.slice(PREFIX.length));
	}

	private async inTime<T>(ask: () => PromiseLike<T>, signal?: AbortSignal): Promise<T> {
		if (signal?.aborted) {
			throw new ProblemError({ code: 'cancelled' });
		}
		const seconds = this.patience / 1000;
		let timer: NodeJS.Timeout | undefined;
		let stop: (() => void) | undefined;
		const given = new Promise<never>((_, reject) => {
			stop = () => reject(new ProblemError({ code: 'cancelled' }));
			signal?.addEventListener('abort', stop, { once: true });
			timer = setTimeout(
				() => reject(keyringError(`It did not answer within ${seconds} seconds.`)),
				this.patience,
			);
		});
		try {
			return await Promise.race([Promise.resolve(ask()), given]);
		} catch (error) {
			throw error instanceof ProblemError ? error : keyringError(messageOf(error));
		} finally {
			clearTimeout(timer);
			if (stop) {
				signal?.removeEventListener('abort', stop);
			}
		}
	}
}

/** The secret store's own words, on one line and without tokens. */
function messageOf(error: unknown): string {
	const message = error instanceof Error ? error.message : String(error);
	return redact(message.split('\n', 1)[0] ?? '');
}
