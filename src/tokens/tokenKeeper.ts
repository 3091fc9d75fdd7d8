import type { NewToken } from './tokens';
import { keyringError } from './keyringError';
import type { Called } from './parseTokenState';
import { type Kept, recordsOf } from './recordsOf';
import type { TokenRecord } from './tokenRecord';
import type { TokenEntry, TokenState } from './tokenState';
import type { TokenStore } from './tokenStore';
import { uniqueName } from './uniqueName';
import type { Vault } from './vault';

/** A slot that is still `adding` after ten minutes belongs to a window that is gone. */
const ADDING_AT_MOST = 10 * 60 * 1000;

/**
 * Keeps the vault's values and their metadata in step, whatever fails in between: a value is never without an entry
 * that leads to it or has it erased. Its methods are to be called one at a time.
 */
export class TokenKeeper {
	constructor(
		private readonly vault: Vault,
		private readonly store: TokenStore,
		private readonly now: () => number,
		private readonly randomId: () => string,
	) {}

	get kept(): readonly Kept[] {
		return recordsOf(this.store.read());
	}

	get defaultId(): string | undefined {
		const { id } = this.store.read().default;
		return this.kept.some(({ record }) => record.id === id) ? id : undefined;
	}

	find(id: string): Kept {
		const found = this.kept.find(({ record }) => record.id === id);
		if (!found) {
			throw keyringError('This token is not in it any more.', { isList: true });
		}
		return found;
	}

	/** Whether a slot's value is to be nowhere any more. */
	isGone(slot: string): boolean {
		const phase = this.store.read().entries[slot]?.phase;
		return phase === 'removed' || phase === 'erased';
	}

	async add(facts: NewToken, value: string): Promise<TokenRecord> {
		const now = this.now();
		const slot = this.randomId();
		return this.put(slot, value, {
			...facts,
			id: slot,
			name: this.freeName(facts, undefined),
			addedAt: this.freeTime(now),
			checkedAt: now,
			state: 'valid',
		});
	}

	/** The new value gets a slot of its own; the old slot is left over once the new one counts. */
	async replace(id: string, facts: NewToken, value: string): Promise<TokenRecord> {
		const old = this.find(id);
		return this.put(this.randomId(), value, {
			...facts,
			id,
			name: this.freeName(facts, id),
			addedAt: old.record.addedAt,
			checkedAt: this.now(),
			state: 'valid',
		});
	}

	async remove(id: string): Promise<void> {
		const state = await this.intact();
		const slots = Object.entries(state.entries).flatMap(([slot, entry]) =>
			entry.phase === 'stored' && entry.record.id === id ? [slot] : [],
		);
		await this.store.write({
			entries: this.marked(slots, 'removed'),
			...(state.default.id === id && { default: { changedAt: this.after(state.default) } }),
		});
		try {
			await this.erase(slots);
		} catch {
			throw keyringError(
				'The token is off the list, but the keyring did not delete it yet; this is tried again.',
			);
		}
	}

	async change(id: string, change: Partial<Omit<TokenRecord, 'id'>>): Promise<void> {
		const { slot, record } = this.find(id);
		const entry = (await this.intact()).entries[slot];
		if (entry?.phase === 'stored') {
			const wanted = change.name?.trim() ?? '';
			const name = uniqueName(wanted === '' ? record.name : wanted, this.otherNames(id));
			const changed: TokenEntry = {
				...entry,
				changedAt: this.after(entry),
				record: { ...record, ...change, name },
			};
			await this.store.write({ entries: { [slot]: changed } });
		}
	}

	async setDefault(id: string): Promise<void> {
		this.find(id);
		const { default: last } = await this.intact();
		await this.store.write({ default: { id, changedAt: this.after(last) } });
	}

	/** Brings storage and vault in step with what is known: writes what got lost, erases what is left over. */
	async settle(): Promise<void> {
		if (this.store.isReadOnly) {
			return;
		}
		const { entries } = await this.intact();
		const counting = new Set(this.kept.map(({ slot }) => slot));
		const leftOver = Object.entries(entries).flatMap(([slot, entry]) =>
			(entry.phase === 'stored' && !counting.has(slot)) ||
			(entry.phase === 'adding' && this.now() - entry.changedAt > ADDING_AT_MOST)
				? [slot]
				: [],
		);
		if (leftOver.length > 0 || this.store.isBehind) {
			await this.store.write({ entries: this.marked(leftOver, 'removed') });
		}
		await this.erase(
			Object.entries(this.store.read().entries).flatMap(([slot, { phase }]) =>
				phase === 'removed' ? [slot] : [],
			),
		);
	}

	private async put(slot: string, value: string, record: TokenRecord): Promise<TokenRecord> {
		await this.intact();
		await this.store.write({ entries: this.marked([slot], 'adding') });
		try {
			await this.vault.store(slot, value);
			const storedAt = this.after(...Object.values(this.store.read().entries));
			await this.store.write({
				entries: { [slot]: { phase: 'stored', changedAt: storedAt, storedAt, record } },
				...(this.defaultId === undefined && {
					default: { id: record.id, changedAt: this.after(this.store.read().default) },
				}),
			});
			if (this.store.read().entries[slot]?.phase !== 'stored') {
				throw keyringError('Storing took so long that another window has cleaned up. Try again.');
			}
			return record;
		} catch (error) {
			this.store.remember({ entries: this.marked([slot], 'removed') });
			await this.settle().catch(() => undefined);
			throw error;
		}
	}

	/** Deletes the values in removed slots. A slot counts as erased only when its value is gone. */
	private async erase(slots: readonly string[]): Promise<void> {
		for (const slot of slots) {
			await this.vault.delete(slot);
			await this.store.write({ entries: this.marked([slot], 'erased') });
		}
	}

	/** Slots of the keyring that no entry leads to. */
	async unlisted(): Promise<readonly string[]> {
		const { entries } = this.store.read();
		return (await this.vault.slots()).filter(slot => entries[slot] === undefined);
	}

	/** Whether the list was so damaged that it named no slot: what it held is on no list, and is for the user to recover. */
	get isListLost(): boolean {
		return this.store.isListLost;
	}

	/** Gives them entries. */
	async recover(): Promise<void> {
		await this.enter(await this.unlisted());
		await this.store.forgetLoss();
	}

	/** What is on no list is not wanted on this one. */
	forgetLoss(): Promise<void> {
		return this.store.forgetLoss();
	}

	private async enter(slots: readonly string[]): Promise<void> {
		const ids = new Set(this.kept.map(({ record }) => record.id));
		const recovered: Record<string, TokenEntry> = {};
		for (const slot of slots) {
			const called = this.store.calledIn(slot);
			// Of two values of one token, the second is a token of its own: one of them would be erased.
			const id = called.id === undefined || ids.has(called.id) ? slot : called.id;
			recovered[slot] = this.recovered({ name: 'recovered', ...called, id });
			ids.add(id);
		}
		const [only] = ids;
		await this.store.write({
			entries: recovered,
			// Where there is one only, it was the default. As old as can be, too.
			...(only !== undefined && ids.size === 1 && { default: { id: only, changedAt: 0 } }),
		});
	}

	/**
	 * The state, after values whose entries could not be read have been given new ones. Only those that the list named: the keyring
	 * is that of all profiles, and what else is in it may be another one's.
	 */
	private async intact(): Promise<TokenState> {
		if (this.store.isDamaged && !this.store.isReadOnly) {
			const there: string[] = [];
			for (const slot of this.store.unreadableSlots) {
				if ((await this.vault.get(slot)) !== undefined) {
					there.push(slot);
				}
			}
			await this.enter(there);
		}
		return this.store.read();
	}

	private recovered(called: Required<Called>): TokenEntry {
		const now = this.now();
		const record: TokenRecord = {
			...called,
			user: '',
			role: 'unknown',
			organisations: [],
			isPro: false,
			addedAt: now,
			checkedAt: 0,
			state: 'valid',
		};
		// As old as can be, so that a window that still knows the facts overrules it.
		return { phase: 'stored', changedAt: 0, storedAt: 0, record };
	}

	private marked(
		slots: readonly string[],
		phase: Exclude<TokenEntry['phase'], 'stored'>,
	): Readonly<Record<string, TokenEntry>> {
		return Object.fromEntries(slots.map(slot => [slot, { phase, changedAt: this.now() }]));
	}

	/** Tokens are in the order in which they were added, also those that one import adds. */
	private freeTime(now: number): number {
		const taken = new Set(this.kept.map(({ record }) => record.addedAt));
		let time = now;
		while (taken.has(time)) {
			time++;
		}
		return time;
	}

	private freeName(facts: NewToken, id: string | undefined): string {
		return uniqueName(facts.name.trim() || facts.user, this.otherNames(id));
	}

	private otherNames(id: string | undefined): readonly string[] {
		return this.kept.flatMap(({ record }) => (record.id === id ? [] : [record.name]));
	}

	/** A time that is later than the given changes, even where the clock was set back. */
	private after(...changes: ReadonlyArray<{ readonly changedAt: number }>): number {
		return Math.max(this.now(), ...changes.map(({ changedAt }) => changedAt + 1));
	}
}
