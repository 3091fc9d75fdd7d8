import type { Resolution, TokenOrigin } from '../tokens/resolution';
import { sameOrigin } from '../tokens/sameOrigin';
import type { TokenRecord } from '../tokens/tokenRecord';
import type { Card } from '../ui/card';
import { abilityWords, roleWords } from '../ui/tokenWords';
import { localDate, localTime } from '../util/localTime';
import { tokenWhy } from './tokenWhy';

/** A row of the tokens view, as data. */
export interface TokenRow {
	readonly id: string;
	/** The id of the vault's record; absent for a token that comes from elsewhere. */
	readonly tokenId?: string;
	readonly label: string;
	readonly description: string;
	/** A codicon's name. */
	readonly icon: string;
	readonly contextValue: string;
	readonly card: Card;
}

/** The vault's tokens, then the ones that come from the environment and the command line, each with what it is used for here. */
export function tokenRows(records: readonly TokenRecord[], resolution: Resolution): readonly TokenRow[] {
	const outside = [resolution.origin, ...resolution.passedOver].filter(
		origin => origin !== undefined && origin.kind !== 'vault',
	);
	return [
		...records.map(record => recordRow(record, resolution)),
		...outside.map(origin => outsideRow(origin, resolution)),
	];
}

const STATES = { valid: undefined, expired: 'expired', invalid: 'refused by the Hub' } as const;

function recordRow(record: TokenRecord, resolution: Resolution): TokenRow {
	const { id, name, user, role } = record;
	const origin: TokenOrigin = { kind: 'vault', id, name, user };
	const used = sameOrigin(origin, resolution.origin);
	const state = STATES[record.state];
	return {
		id: `vault/${id}`,
		tokenId: id,
		label: name,
		description: [
			...(user === '' ? [] : [user]),
			roleWords(role),
			...(state === undefined ? [] : [state]),
			...(used ? ['used here'] : []),
		].join(' · '),
		icon: state === undefined ? (used ? 'check' : 'key') : 'warning',
		contextValue: used ? 'hfWorkbench.token.active' : 'hfWorkbench.token',
		card: { title: name, facts: recordFacts(record), note: tokenWhy(origin, resolution) },
	};
}

function recordFacts(record: TokenRecord): Card['facts'] {
	const { user, role, isPro, organisations, createdAt, addedAt, checkedAt, lastUsedAt, state } = record;
	const fact = (name: string, value: string | undefined): Card['facts'] =>
		value === undefined || value === '' ? [] : [[name, value]];
	return [
		...fact('User', isPro ? `${user} (PRO)` : user),
		...fact('Role', roleWords(role)),
		...fact('May', abilityWords(record)),
		...fact('Organizations', organisations.map(({ name }) => name).join(', ')),
		...fact('State', STATES[state]),
		...fact('Created', createdAt === undefined ? undefined : localDate(createdAt)),
		...fact('Added', localDate(addedAt)),
		...fact('Last checked', checkedAt === 0 ? 'never' : localTime(checkedAt)),
		...fact('Last used', lastUsedAt === undefined ? undefined : localTime(lastUsedAt)),
	];
}

function outsideRow(origin: Exclude<TokenOrigin, { kind: 'vault' }>, resolution: Resolution): TokenRow {
	const used = sameOrigin(origin, resolution.origin);
	const isVariable = origin.kind === 'environment';
	return {
		id: isVariable ? `environment/${origin.variable}` : 'cli',
		label: isVariable ? origin.variable : 'hf',
		description: [
			isVariable ? 'environment' : 'command line',
			...(used ? ['used here'] : []),
			'read-only',
		].join(' · '),
		icon: used ? 'check' : isVariable ? 'symbol-variable' : 'terminal',
		contextValue: used ? 'hfWorkbench.outsideToken.active' : 'hfWorkbench.outsideToken',
		card: {
			title: isVariable ? origin.variable : 'Token of the hf command line',
			facts: [
				isVariable ? ['From', 'the environment of the editor'] : ['From', origin.path],
				['Changed', isVariable ? 'where the variable is set' : 'by hf auth login and hf auth switch'],
			],
			note: tokenWhy(origin, resolution),
		},
	};
}
