import type { Credential } from '../net/credential';
import type { Permission } from '../shared/permission';
import type { Event } from '../util/emitter';
import type { Ambient } from './ambientUse';
import type { EnvFileToken } from './ambientToken';
import type { OAuthSession } from './oauth/oauthSession';
import type { Resolution, TokenReference } from './resolution';
import type { SourceFacts } from './sourceFacts';
import type { HostConsent } from './tokenState';
import type { Need } from './tokenForNeed';
import type { TokenHost } from './tokenHosts';
import type { TokenRecord } from './tokenRecord';
import type { Overuse } from './tokenUse';

/** Facts of a new token, as the Hub told them. */
export type NewToken = Omit<
	TokenRecord,
	'id' | 'addedAt' | 'checkedAt' | 'lastUsedAt' | 'remindAt' | 'advisedAt' | 'state' | 'isSessionOnly'
>;

/** What the vault keeps of a token: its value, or what a sign-in gave, which renews itself. */
export type TokenSecret = string | OAuthSession;

/** The vault and the resolver as the features see them. Only `credential` answers with a value. */
export interface Tokens {
	readonly records: readonly TokenRecord[];
	/** The vault's default token. */
	readonly defaultId: string | undefined;
	readonly onDidChange: Event<void>;
	/** A token of the vault runs models or reads that may change things on the Hub, too. Told once of each token. */
	readonly onDidOveruse: Event<Overuse>;
	/** Stores the value, reads it back, then the facts; the first token becomes the default. Throws `ProblemError` (`token.keyring`), leaving nothing behind. */
	add(facts: NewToken, value: TokenSecret): Promise<TokenRecord>;
	/** The same for this window only: in memory, never in the keyring or on disk. It is used here from then on. */
	addForSession(facts: NewToken, value: TokenSecret, unused?: 'unused'): Promise<TokenRecord>;
	rename(id: string, name: string): Promise<void>;
	/** Puts a new value in the place of an old one; the old one goes only after the new one was read back. */
	replace(id: string, facts: NewToken, value: TokenSecret): Promise<TokenRecord>;
	remove(id: string): Promise<void>;
	setDefault(id: string): Promise<void>;
	/** This workspace's own choice, one of the vault or of elsewhere by reference; `undefined` goes back to the default. */
	setWorkspaceChoice(choice: TokenReference | undefined): Promise<void>;
	/** Records what a check said. */
	update(id: string, change: Partial<Omit<TokenRecord, 'id'>>): Promise<void>;
	/**
	 * Where a token (by its `originKey`) may go, apart from Hugging Face's own origins: the Hub and the router as they are
	 * set now, and every other origin that the user has answered about.
	 */
	hostsOf(key: string): readonly TokenHost[];
	/** Keeps what the user says about sending a token to origins that are not Hugging Face's own; `forgotten` asks again. */
	answerHosts(key: string, origins: readonly string[], answer: HostConsent['answer']): Promise<void>;
	/**
	 * A value that the user has just given, on its way to being checked. It may go where `key` may, and to `also`. Throws
	 * `token.format`.
	 */
	offered(value: string, key: string, also: readonly string[]): Credential;
	/**
	 * The token of the vault, or only the one with `id`, that has this very value; a value that cannot be read is not it. Asks
	 * no network.
	 */
	holder(value: string, id?: string): Promise<TokenRecord | undefined>;
	/** What there is to say about the tokens that are not the vault's, those of `.env` files too, without their values. */
	inspect(envFiles: readonly EnvFileToken[]): Promise<readonly SourceFacts[]>;
	/** How many tokens are in the keyring and on no list here: of another profile of the editor, or of a list that was lost. */
	countUnlisted(): Promise<number>;
	/** Whether the list was so damaged that it did not say which tokens it had, and the user has not said yet what is to become of them. */
	readonly isListLost: boolean;
	/** They stay where they are, in the keyring. */
	forgetLoss(): Promise<void>;
	/** Puts them on the list, by names that say so. */
	recoverUnlisted(): Promise<void>;
	/** Writes a value that means nothing to the keyring, reads it back and deletes it. Throws `token.keyring`. */
	probeKeyring(signal: AbortSignal): Promise<void>;
	/**
	 * Which token is used here, and why; with a need, which one an operation with that need takes. Reads the environment and
	 * the CLI's files, no network.
	 */
	resolve(need?: Need): Promise<Resolution>;
	/** What terminals and notebook kernels would use by themselves. `given`: terminals are given the token in use here. */
	ambient(envFile: readonly EnvFileToken[], given: boolean): Promise<Ambient>;
	/** The files of the `hf` command line: its token in use, and all that it has stored. */
	readonly cliPaths: { readonly token: string; readonly storedTokens: string };
	/** Tells the listeners that what is not ours may have changed: the CLI's files, say. */
	refresh(): void;
	/** The token to use for an operation, or nothing where there is none. Throws `ProblemError` (`token.permission`, `token.keyring`, `token.format`). */
	credential(permission: Permission, signal: AbortSignal, on?: string): Promise<Credential | undefined>;
	/** Another one after each time that the value of a token was replaced, or renewed while somebody here had it. */
	versionOf(id: string): string;
	/** What a sign-in was granted, and by which Hub; nothing of any other token. Throws `token.keyring`. */
	grantOf(id: string): Promise<Pick<OAuthSession, 'scopes' | 'hub'> | undefined>;
	/**
	 * The Hub does not take a token any more. A value that was replaced meanwhile, and one that is not ours, change nothing; a
	 * sign-in is renewed, and is refused only where it is over.
	 */
	refused(credential: Credential, state: 'invalid' | 'expired'): Promise<void>;
	/** The Hub, asked at a time in epoch milliseconds, has taken a token, so that it counts as good again where it did not before then. */
	accepted(credential: Credential, askedAt: number): Promise<void>;
	/** The value of one token of the vault, for checking it against the Hub. */
	credentialOf(id: string): Promise<Credential | undefined>;
	/** The value of any token by where it lies; nothing where it is gone. */
	credentialAt(reference: TokenReference, signal?: AbortSignal): Promise<Credential | undefined>;
}
