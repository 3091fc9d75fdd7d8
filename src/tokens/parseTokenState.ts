import { isRecord } from '../util/isRecord';
import type { TokenRecord } from './tokenRecord';
import { EMPTY_STATE, type TokenEntry, type TokenState } from './tokenState';

export const STATE_VERSION = 1;

export interface ParsedTokenState {
	readonly state: TokenState;
	/** Something in the stored value could not be read, and is missing from `state`. */
	readonly damaged: boolean;
	/** A newer version of the extension wrote it: to be read as far as it goes, never to be written. */
	readonly newer: boolean;
}

/** Reads the metadata as it lies in the editor's storage. Never throws: what cannot be read is left out and told. */
export function parseTokenState(stored: unknown): ParsedTokenState {
	if (stored === undefined) {
		return { state: EMPTY_STATE, damaged: false, newer: false };
	}
	const whole = isRecord(stored) ? stored : {};
	const entries = isRecord(whole.entries) ? Object.entries(whole.entries) : [];
	const parsed = entries.map(([slot, entry]) => [slot, parseEntry(entry)] as const);
	const chosen = parseDefault(whole.default);
	const newer = typeof whole.version === 'number' && whole.version > STATE_VERSION;
	return {
		state: {
			entries: Object.fromEntries(parsed.flatMap(([slot, entry]) => (entry ? [[slot, entry] as const] : []))),
			default: chosen ?? { changedAt: 0 },
		},
		damaged:
			!newer &&
			(whole.version !== STATE_VERSION ||
				!isRecord(whole.entries) ||
				!chosen ||
				parsed.some(([, entry]) => !entry)),
		newer,
	};
}

function parseEntry(value: unknown): TokenEntry | undefined {
	if (!isRecord(value) || !isTime(value.changedAt)) {
		return undefined;
	}
	const { changedAt } = value;
	switch (value.phase) {
		case 'stored': {
			const record = parseRecord(value.record);
			return record && isTime(value.storedAt)
				? { phase: 'stored', changedAt, storedAt: value.storedAt, record }
				: undefined;
		}
		case 'adding':
		case 'removed':
		case 'erased':
			return { phase: value.phase, changedAt };
		default:
			return undefined;
	}
}

function parseDefault(value: unknown): TokenState['default'] | undefined {
	if (!isRecord(value) || !isTime(value.changedAt)) {
		return undefined;
	}
	const { id, changedAt } = value;
	if (id === undefined) {
		return { changedAt };
	}
	return typeof id === 'string' ? { id, changedAt } : undefined;
}

function parseRecord(value: unknown): TokenRecord | undefined {
	if (!isRecord(value)) {
		return undefined;
	}
	const { id, name, user, role, scopes, addedAt, checkedAt, createdAt, lastUsedAt, isPro, state } = value;
	const organisations = parseOrganisations(value.organisations);
	if (
		typeof id !== 'string' ||
		typeof name !== 'string' ||
		typeof user !== 'string' ||
		typeof role !== 'string' ||
		typeof isPro !== 'boolean' ||
		!isTime(addedAt) ||
		!isTime(checkedAt) ||
		(state !== 'valid' && state !== 'invalid' && state !== 'expired') ||
		!organisations ||
		!(scopes === undefined || isTexts(scopes))
	) {
		return undefined;
	}
	return {
		id,
		name,
		user,
		role,
		...(scopes && { scopes }),
		organisations,
		isPro,
		...(isTime(createdAt) && { createdAt }),
		addedAt,
		checkedAt,
		...(isTime(lastUsedAt) && { lastUsedAt }),
		state,
	};
}

function parseOrganisations(value: unknown): TokenRecord['organisations'] | undefined {
	if (!Array.isArray(value)) {
		return undefined;
	}
	const organisations = (value as readonly unknown[]).flatMap(one =>
		isRecord(one) && typeof one.name === 'string' && typeof one.canPay === 'boolean'
			? [{ name: one.name, canPay: one.canPay }]
			: [],
	);
	return organisations.length === value.length ? organisations : undefined;
}

function isTime(value: unknown): value is number {
	return typeof value === 'number' && Number.isFinite(value);
}

function isTexts(value: unknown): value is readonly string[] {
	return Array.isArray(value) && value.every(one => typeof one === 'string');
}
