import { checkFormat } from './checkFormat';
import type { HubVerdicts } from './hubVerdicts';
import type { SignIns } from './oauth/signIns';
import { vaultKey } from './originKey';
import type { SessionTokens } from './sessionTokens';
import type { TokenHosts } from './tokenHosts';
import type { TokenKeeper } from './tokenKeeper';
import type { TokenRecord } from './tokenRecord';
import { secretFacts, secretText } from './tokenSecret';
import type { NewToken, TokenSecret } from './tokens';
import type { TokenValues } from './tokenValues';

export interface TokenEditsDeps {
	readonly keeper: TokenKeeper;
	readonly session: SessionTokens;
	readonly signIns: SignIns;
	readonly values: TokenValues;
	readonly hosts: TokenHosts;
	readonly verdicts: HubVerdicts;
	/** The origin of the Hub in force. */
	readonly hub: () => string;
}

/** What a user does to the tokens of the vault and of this window. Its methods are to be called one at a time. */
export class TokenEdits {
	/** Which of this window's own tokens is used here. */
	private sessionDefault: string | undefined;

	constructor(private readonly deps: TokenEditsDeps) {}

	get defaultId(): string | undefined {
		return this.sessionDefault ?? this.deps.keeper.defaultId;
	}

	get isSessionDefault(): boolean {
		return this.sessionDefault !== undefined;
	}

	async add(facts: NewToken, value: TokenSecret): Promise<TokenRecord> {
		return this.deps.keeper.add(this.told(facts, value), checkedSecret(value));
	}

	/** `unused`: another token is the one in use, and stays so. */
	async addForSession(facts: NewToken, value: TokenSecret, unused?: 'unused'): Promise<TokenRecord> {
		const record = await this.deps.session.keeper.add(this.told(facts, value), checkedSecret(value));
		this.sessionDefault = unused ? this.sessionDefault : record.id;
		return { ...record, isSessionOnly: true };
	}

	async replace(id: string, facts: NewToken, value: TokenSecret): Promise<TokenRecord> {
		return this.deps.values.keeperOf(id).replace(id, this.told(facts, value), checkedSecret(value));
	}

	async update(id: string, change: Partial<Omit<TokenRecord, 'id'>>): Promise<void> {
		const { keeper, signIns, values, verdicts } = this.deps;
		const kept = keeper.kept.find(({ record }) => record.id === id);
		const known = kept?.record.signIn;
		// What a sign-in gave is known from its value where the list was damaged.
		const grant = kept && !known && change.role === 'oauth' ? await signIns.grantIn(kept) : undefined;
		const signIn = known ?? (grant && { scopes: grant.scopes });
		const record = values.records.find(one => one.id === id);
		// A sign-in has no end that one would have to be told of: it renews itself.
		const { expiresAt, ...rest } = record ? verdicts.judged(record, change) : change;
		const ends = expiresAt === undefined || signIn ? {} : { expiresAt };
		await values.keeperOf(id).change(id, { ...rest, ...ends, ...(signIn && { signIn }) });
	}

	async remove(id: string): Promise<void> {
		const { values, hosts } = this.deps;
		try {
			await values.keeperOf(id).remove(id);
			this.sessionDefault = this.sessionDefault === id ? undefined : this.sessionDefault;
		} finally {
			await hosts.forgetAll(vaultKey(id));
		}
	}

	async setDefault(id: string): Promise<void> {
		const { session, keeper } = this.deps;
		const isSessionOnly = session.has(id);
		if (!isSessionOnly) {
			await keeper.setDefault(id);
		}
		this.sessionDefault = isSessionOnly ? id : undefined;
	}

	/** What the Hub in force has just told of a token, or the one that a sign-in is of. */
	private told(facts: NewToken, value: TokenSecret): NewToken {
		const hub = typeof value === 'string' ? this.deps.hub() : new URL(value.hub).origin;
		return { ...secretFacts(facts, value), hub };
	}
}

function checkedSecret(secret: TokenSecret): string {
	checkFormat(typeof secret === 'string' ? secret : secret.accessToken, 'This');
	return secretText(secret);
}
