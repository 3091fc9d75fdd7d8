import type { TokenRecord } from './tokenRecord';

/**
 * What became of a slot of the vault. A slot goes through the phases in this order and never back, so that a window that
 * has seen less of its life can always be told so. `adding` is written before the value is, and `removed` before it is
 * deleted: whatever fails in between, some window knows that a value may lie there, and erases it.
 */
export type TokenEntry =
	| {
			readonly phase: 'stored';
			readonly changedAt: number;
			/** When the value came into the slot; of two slots with one token, the younger value counts. */
			readonly storedAt: number;
			readonly record: TokenRecord;
	  }
	| { readonly phase: 'adding' | 'removed' | 'erased'; readonly changedAt: number };

/** What the user said about sending one token to one origin that is not Hugging Face's own. */
export interface HostConsent {
	readonly answer: 'allowed' | 'denied' | 'forgotten';
	readonly changedAt: number;
}

/** The metadata of the vault. Times are epoch milliseconds. */
export interface TokenState {
	/** By slot. */
	readonly entries: Readonly<Record<string, TokenEntry>>;
	/** The user's default token, and when it was chosen. */
	readonly default: { readonly id?: string; readonly changedAt: number };
	/** By the token's key and the origin. Apart from the entries, so that no late change of a token brings back what was taken back. */
	readonly consents: Readonly<Record<string, HostConsent>>;
}

export const EMPTY_STATE: TokenState = { entries: {}, default: { changedAt: 0 }, consents: {} };

const ORDER = { adding: 0, stored: 1, removed: 2, erased: 3 } as const satisfies Record<
	TokenEntry['phase'],
	number
>;

/**
 * Joins what two windows know. The editor's storage lets the last window to write win, so each one joins what it finds
 * with what it knew, and writes that. The order and the number of joins make no difference.
 */
export function mergeStates(one: TokenState, other: TokenState): TokenState {
	const slots = new Set([...Object.keys(one.entries), ...Object.keys(other.entries)]);
	const entries = [...slots].sort().flatMap(slot => {
		const entry = laterEntry(one.entries[slot], other.entries[slot]);
		return entry ? [[slot, entry] as const] : [];
	});
	return {
		entries: Object.fromEntries(entries),
		default: later(one.default, other.default),
		consents: mergeConsents(one.consents, other.consents),
	};
}

/** Whether `one` lacks something that `other` has. Both may know of changes that the other does not. */
export function isBehind(one: TokenState, other: TokenState): boolean {
	const merged = mergeStates(one, other);
	return (
		merged.default.changedAt !== one.default.changedAt ||
		Object.entries(merged.consents).some(
			([key, { changedAt }]) => one.consents[key]?.changedAt !== changedAt,
		) ||
		Object.entries(merged.entries).some(
			([slot, { phase, changedAt }]) =>
				one.entries[slot]?.phase !== phase || one.entries[slot].changedAt !== changedAt,
		)
	);
}

function mergeConsents(one: TokenState['consents'], other: TokenState['consents']): TokenState['consents'] {
	const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
	return Object.fromEntries(
		[...keys].sort().flatMap(key => {
			const [mine, theirs] = [one[key], other[key]];
			const consent = mine && theirs ? later(mine, theirs) : (mine ?? theirs);
			return consent ? [[key, consent] as const] : [];
		}),
	);
}

function laterEntry(one: TokenEntry | undefined, other: TokenEntry | undefined): TokenEntry | undefined {
	if (!one || !other) {
		return one ?? other;
	}
	const further = ORDER[one.phase] - ORDER[other.phase];
	if (further !== 0) {
		return further > 0 ? one : other;
	}
	return later(one, other);
}

/** The younger of the two; of two as old, the one that any window would choose. */
function later<T extends { readonly changedAt: number }>(one: T, other: T): T {
	if (one.changedAt !== other.changedAt) {
		return one.changedAt > other.changedAt ? one : other;
	}
	return JSON.stringify(one) >= JSON.stringify(other) ? one : other;
}
