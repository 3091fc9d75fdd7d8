import { type EntityScope, type FineGrained, UNKNOWN_ENTITY } from '../shared/fineGrained';
import { isRecord } from '../util/isRecord';
import type { TokenRecord } from './tokenRecord';
import { EMPTY_STATE, type HostConsent, type TokenEntry, type TokenState } from './tokenState';

/**
 * Version 1 kept the permissions of a fine-grained token as one list, `scopes`, without saying for whom. It is read, and
 * becomes version 2 with the next change; a window of the old version that is still open then only reads.
 */
export const STATE_VERSION = 2;
const READABLE: readonly unknown[] = [1, STATE_VERSION];

export interface ParsedTokenState {
	readonly state: TokenState;
	/** Something in the stored value could not be read, and is missing from `state`. */
	readonly damaged: boolean;
	/** By slot: what the token of an entry that cannot be read was called, as far as that can be. */
	readonly called: Readonly<Record<string, Called>>;
	/** A newer version of the extension wrote it: to be read as far as it goes, never to be written. */
	readonly newer: boolean;
}

/** What others know a token by: the default by its id, the user by its name. */
export type Called = Partial<Pick<TokenRecord, 'id' | 'name'>>;

/** Reads the metadata as it lies in the editor's storage. Never throws: what cannot be read is left out and told. */
export function parseTokenState(stored: unknown): ParsedTokenState {
	if (stored === undefined) {
		return { state: EMPTY_STATE, damaged: false, called: {}, newer: false };
	}
	const whole = isRecord(stored) ? stored : {};
	const entries = isRecord(whole.entries) ? Object.entries(whole.entries) : [];
	const parsed = entries.map(([slot, entry]) => [slot, parseEntry(entry)] as const);
	const chosen = parseDefault(whole.default);
	const consents = parseConsents(whole.consents);
	const newer = typeof whole.version === 'number' && whole.version > STATE_VERSION;
	return {
		state: {
			entries: Object.fromEntries(parsed.flatMap(([slot, entry]) => (entry ? [[slot, entry] as const] : []))),
			default: chosen ?? { changedAt: 0 },
			consents: consents ?? {},
		},
		damaged:
			!newer &&
			(!READABLE.includes(whole.version) ||
				!isRecord(whole.entries) ||
				!chosen ||
				!consents ||
				parsed.some(([, entry]) => !entry)),
		called: Object.fromEntries(
			entries.flatMap(([slot, entry], index) =>
				parsed[index]?.[1] ? [] : [[slot, calledIn(entry)] as const],
			),
		),
		newer,
	};
}

function calledIn(entry: unknown): Called {
	const { id, name } = isRecord(entry) && isRecord(entry.record) ? entry.record : {};
	return { ...(typeof id === 'string' && { id }), ...(typeof name === 'string' && { name }) };
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

/** Version 1 knew none. One that cannot be read is an answer that was not given: the user is asked again. */
function parseConsents(value: unknown): TokenState['consents'] | undefined {
	if (value === undefined) {
		return {};
	}
	return isRecord(value)
		? Object.fromEntries(
				Object.entries(value).flatMap(([key, one]) => {
					const consent = parseConsent(one);
					return consent ? [[key, consent] as const] : [];
				}),
			)
		: undefined;
}

function parseConsent(value: unknown): HostConsent | undefined {
	if (!isRecord(value) || !isTime(value.changedAt)) {
		return undefined;
	}
	const { answer, changedAt } = value;
	return answer === 'allowed' || answer === 'denied' || answer === 'forgotten'
		? { answer, changedAt }
		: undefined;
}

function parseRecord(value: unknown): TokenRecord | undefined {
	if (!isRecord(value)) {
		return undefined;
	}
	const { id, name, user, role, addedAt, checkedAt, createdAt, expiresAt, lastUsedAt, isPro, state } = value;
	const fineGrained = parseFineGrained(value);
	const scopes = isRecord(value.signIn) ? value.signIn.scopes : undefined;
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
		fineGrained === 'broken'
	) {
		return undefined;
	}
	return {
		id,
		name,
		user,
		role,
		...(fineGrained && { fineGrained }),
		...(isTexts(scopes) && { signIn: { scopes } }),
		organisations,
		isPro,
		...(isTime(createdAt) && { createdAt }),
		...(isTime(expiresAt) && { expiresAt }),
		addedAt,
		checkedAt,
		...(isTime(lastUsedAt) && { lastUsedAt }),
		...(isTime(value.remindAt) && { remindAt: value.remindAt }),
		...(isTime(value.advisedAt) && { advisedAt: value.advisedAt }),
		...(typeof value.hub === 'string' && { hub: value.hub }),
		state,
	};
}

function parseFineGrained({
	scopes,
	fineGrained,
}: Readonly<Record<string, unknown>>): FineGrained | undefined | 'broken' {
	if (fineGrained === undefined) {
		return scopes === undefined ? undefined : isTexts(scopes) ? fromVersion1(scopes) : 'broken';
	}
	if (!isRecord(fineGrained)) {
		return 'broken';
	}
	const { canReadGatedRepos, global } = fineGrained;
	const scoped = parseScoped(fineGrained.scoped);
	return typeof canReadGatedRepos === 'boolean' && isTexts(global) && scoped
		? { canReadGatedRepos, global, scoped }
		: 'broken';
}

function parseScoped(value: unknown): readonly EntityScope[] | undefined {
	if (!Array.isArray(value)) {
		return undefined;
	}
	const scoped = (value as readonly unknown[]).flatMap(one => {
		const { entity, permissions } = isRecord(one) ? one : {};
		const { type, name } = isRecord(entity) ? entity : {};
		return typeof type === 'string' && typeof name === 'string' && isTexts(permissions)
			? [{ entity: { type, name }, permissions }]
			: [];
	});
	return scoped.length === value.length ? scoped : undefined;
}

/** It was not written down for whom; the next check of the token says. */
function fromVersion1(permissions: readonly string[]): FineGrained {
	return {
		canReadGatedRepos: false,
		global: [],
		scoped: [{ entity: { type: UNKNOWN_ENTITY, name: '' }, permissions }],
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
