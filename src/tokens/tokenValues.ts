import type { Credential } from '../net/credential';
import { checkFormat } from './checkFormat';
import { keyringError } from './keyringError';
import { problemOf } from '../util/problemOf';
import type { OAuthSession } from './oauth/oauthSession';
import type { SignIns } from './oauth/signIns';
import { fingerprint } from './fingerprint';
import { originKey, vaultKey } from './originKey';
import type { OutsideTokens } from './outsideTokens';
import type { Kept } from './recordsOf';
import type { TokenReference } from './resolution';
import type { SessionTokens } from './sessionTokens';
import type { TokenHosts } from './tokenHosts';
import type { TokenKeeper } from './tokenKeeper';
import type { TokenRecord } from './tokenRecord';

export interface TokenValuesDeps {
	readonly keeper: TokenKeeper;
	readonly session: SessionTokens;
	readonly signIns: SignIns;
	readonly outside: OutsideTokens;
	readonly hosts: TokenHosts;
}

/** The values of all tokens, wherever each lies, and the credentials that are made of them. Changes nothing. */
export class TokenValues {
	constructor(private readonly deps: TokenValuesDeps) {}

	/** The vault's own, and those of this window. */
	get records(): readonly TokenRecord[] {
		const { keeper, session } = this.deps;
		return [...keeper.kept.map(({ record }) => record), ...session.records];
	}

	keeperOf(id: string): TokenKeeper {
		const { keeper, session } = this.deps;
		return session.has(id) ? session.keeper : keeper;
	}

	/** For a comparison: what cannot be read is not known, and nobody is asked for a new one. */
	async peekAt(reference: TokenReference): Promise<string | undefined> {
		try {
			return reference.kind === 'vault'
				? await this.peek(this.keeperOf(reference.id).find(reference.id))
				: (await this.deps.outside.at(reference))?.value;
		} catch {
			return undefined;
		}
	}

	/** The token of the vault, or only the one with an id, that has this very value. */
	async holder(value: string, only?: string): Promise<TokenRecord | undefined> {
		const records = this.records.filter(({ id }) => only === undefined || id === only);
		const values = await Promise.all(records.map(({ id }) => this.peekAt({ kind: 'vault', id })));
		return records.find((_, index) => values[index] === value);
	}

	/** Nothing where no token is there any more. */
	async credentialAt(reference: TokenReference, signal?: AbortSignal): Promise<Credential | undefined> {
		if (reference.kind === 'vault') {
			const kept = this.keeperOf(reference.id).kept.find(({ record }) => record.id === reference.id);
			return kept && this.credentialIn(kept, signal);
		}
		const found = await this.deps.outside.at(reference);
		if (found === undefined) {
			return undefined;
		}
		const key = originKey({ ...reference, fingerprint: fingerprint(found.value) });
		return this.credentialFrom({ key, ...found });
	}

	/** Throws `token.keyring` where the vault has lost the value. */
	async credentialIn(kept: Kept, signal?: AbortSignal): Promise<Credential> {
		const { record } = kept;
		const value = await this.signInsOf(record.id).valueIn(kept, signal);
		if (value === undefined) {
			throw keyringError(`It has no value for “${record.name}” any more.`, { tokenId: record.id });
		}
		return this.credentialFrom({ key: vaultKey(record.id), name: record.name, value });
	}

	/** Another one after each time that its value was replaced, or renewed while somebody here had it. */
	versionOf(id: string): string {
		const { slot } = this.keeperOf(id).find(id);
		return `${slot} ${this.signInsOf(id).renewalsIn(slot)}`;
	}

	/** What a sign-in was granted, and by which Hub; nothing of any other token. */
	async grantOf(id: string): Promise<Pick<OAuthSession, 'scopes' | 'hub'> | undefined> {
		return this.signInsOf(id).grantIn(this.keeperOf(id).find(id));
	}

	/** Whether a sign-in whose value the Hub has refused is not known to be over: it was renewed, or that could not be tried. */
	async outlives(id: string, refused: string): Promise<boolean> {
		try {
			await this.signInsOf(id).valueIn(this.keeperOf(id).find(id), undefined, refused);
			return true;
		} catch (error) {
			return problemOf(error).code !== 'signIn.ended';
		}
	}

	private signInsOf(id: string): SignIns {
		const { session, signIns } = this.deps;
		return session.has(id) ? session.signIns : signIns;
	}

	private peek(kept: Kept): Promise<string | undefined> {
		return this.signInsOf(kept.record.id).peek(kept);
	}

	private credentialFrom({
		key,
		name,
		value,
	}: Required<Pick<Credential, 'key' | 'name' | 'value'>>): Credential {
		checkFormat(value, `“${name}”`);
		return { value, name, key, origins: this.deps.hosts.allowed(key) };
	}
}
