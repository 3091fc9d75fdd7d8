import type { Resolution, TokenOrigin, TokenReference } from '../tokens/resolution';
import { sameOrigin } from '../tokens/sameOrigin';
import type { TokenRecord } from '../tokens/tokenRecord';
import type { Card } from '../ui/card';
import { abilityWords, roleWords } from '../ui/tokenWords';
import { localDate, localTime } from '../util/localTime';
import { ageWords } from '../ui/ageWords';
import { vaultKey } from '../tokens/originKey';
import { tokenAge } from '../tokens/tokenAge';
import type { TokenHost } from '../tokens/tokenHosts';
import { type DetailsContext, hostDetails, recordDetails, type TokenDetail } from './tokenDetails';
import { outsideRows } from './outsideRows';
import { tokenWhy } from './tokenWhy';

/** A row of the tokens view, as data. */
export interface TokenRow {
	readonly id: string;
	/** The id of the vault's record; absent for a token that comes from elsewhere. */
	readonly tokenId?: string;
	/** Where the token lies; absent for a row that is none. */
	readonly token?: TokenReference;
	readonly label: string;
	readonly description: string;
	/** A codicon's name. */
	readonly icon: string;
	readonly contextValue: string;
	readonly card: Card;
	/** What is below the row when it is expanded. */
	readonly details: readonly TokenDetail[];
}

/** What the rows depend on beside the tokens. */
export interface RowsContext extends DetailsContext {
	/** Which token runs models here, where that is another one than the one in use. */
	readonly runs: Resolution;
	/** Where a token, by its key, may be sent beside huggingface.co. */
	readonly hostsOf: (key: string) => readonly TokenHost[];
}

/** The vault's tokens, then the ones that come from the environment and the command line, each with what it is used for here. */
export function tokenRows(
	records: readonly TokenRecord[],
	resolution: Resolution,
	context: RowsContext,
): readonly TokenRow[] {
	return [
		...records.map(record => recordRow(record, resolution, context)),
		...outsideRows(resolution, context),
	];
}

const STATES = { valid: undefined, expired: 'expired', invalid: 'refused by the Hub' } as const;

function recordRow(record: TokenRecord, resolution: Resolution, context: RowsContext): TokenRow {
	const { id, name, user, role } = record;
	const origin: TokenOrigin = { kind: 'vault', id, name, user };
	const used = sameOrigin(origin, resolution.origin);
	const state = STATES[record.state];
	const age = tokenAge(record, context.now, context.remindAfterDays);
	const runs = !used && sameOrigin(origin, context.runs.origin);
	return {
		id: vaultKey(id),
		tokenId: id,
		token: { kind: 'vault', id },
		label: name,
		description: [
			...(user === '' ? [] : [user]),
			roleWords(role),
			...(record.isSessionOnly ? ['this window only'] : []),
			...(state === undefined ? [] : [state]),
			...(age === undefined ? [] : [ageWords(age).toLowerCase()]),
			...(used ? ['used here'] : []),
			...(runs ? ['runs models here'] : []),
		].join(' · '),
		icon: state === undefined ? (used ? 'check' : runs ? 'play' : 'key') : 'warning',
		contextValue: used ? 'hfWorkbench.token.active' : 'hfWorkbench.token',
		card: {
			title: name,
			facts: recordFacts(record),
			note: tokenWhy(origin, runs ? context.runs : resolution),
		},
		details: [...recordDetails(record, context), ...hostDetails(vaultKey(id), context.hostsOf(vaultKey(id)))],
	};
}

function recordFacts(record: TokenRecord): Card['facts'] {
	const {
		user,
		role,
		isPro,
		organisations,
		createdAt,
		expiresAt,
		addedAt,
		checkedAt,
		lastUsedAt,
		state,
		isSessionOnly,
	} = record;
	const fact = (name: string, value: string | undefined): Card['facts'] =>
		value === undefined || value === '' ? [] : [[name, value]];
	return [
		...fact('User', isPro ? `${user} (PRO)` : user),
		...fact('Role', roleWords(role)),
		...fact('May', abilityWords(record)),
		...fact('Organizations', organisations.map(({ name }) => name).join(', ')),
		...fact('Kept', isSessionOnly ? 'in memory, until this window closes or reloads' : undefined),
		...fact('State', STATES[state]),
		...fact('Created', createdAt === undefined ? undefined : localDate(createdAt)),
		...fact('Ends', expiresAt === undefined ? undefined : localTime(expiresAt)),
		...fact('Added', localDate(addedAt)),
		...fact('Last checked', checkedAt === 0 ? 'never' : localTime(checkedAt)),
		...fact('Last used', lastUsedAt === undefined ? undefined : localTime(lastUsedAt)),
	];
}
