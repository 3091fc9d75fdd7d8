import type { TokenRecord } from './tokenRecord';
import type { TokenState } from './tokenState';
import { uniqueName } from './uniqueName';

/** A token of the vault and where its value lies. */
export interface Kept {
	readonly slot: string;
	readonly record: TokenRecord;
}

/**
 * The tokens of a state, oldest first. Two windows may have replaced one token, or named two tokens alike, at the same
 * moment: the younger value counts, and the younger name gets a number.
 */
export function recordsOf(state: TokenState): readonly Kept[] {
	const byId = new Map<string, Kept & { readonly storedAt: number }>();
	for (const [slot, entry] of Object.entries(state.entries)) {
		if (entry.phase === 'stored') {
			const other = byId.get(entry.record.id);
			if (!other || other.storedAt < entry.storedAt) {
				byId.set(entry.record.id, { slot, record: entry.record, storedAt: entry.storedAt });
			}
		}
	}
	const kept = [...byId.values()].sort(
		(one, other) => one.record.addedAt - other.record.addedAt || (one.record.id < other.record.id ? -1 : 1),
	);
	const names: string[] = [];
	return kept.map(({ slot, record }) => {
		const name = uniqueName(record.name, names);
		names.push(name);
		return { slot, record: { ...record, name } };
	});
}
