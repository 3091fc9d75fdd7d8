import * as vscode from 'vscode';
import type { TokenRecord } from '../tokens/tokenRecord';
import type { Problem } from '../shared/problem';
import { permissionsOf, PERMISSIONS } from '../tokens/permissionsOf';
import { wordProblem } from '../ui/wordProblem';
import { Disposable } from '../util/disposable';
import { problemOf } from '../util/problemOf';
import type { AccountDeps } from './accountDeps';
import { hasScopes } from './hasScopes';
import { type Listed, sessionChange } from './sessionChange';

interface AuthenticationDeps extends Pick<AccountDeps, 'tokens' | 'log'> {
	/** Asks the user for a token that has the Hub's scopes; answers with its record. */
	readonly signIn: (scopes: readonly string[]) => Promise<TokenRecord | undefined>;
	/** Asks the user whether the tokens of an account that is signed out of go for good. */
	readonly askWhetherToRemove: (records: readonly TokenRecord[]) => Promise<boolean>;
}

/** Milliseconds after an answer in which VS Code names the next session of the account that the user signs out of. */
const NEXT = 5_000;

/** An account that is being signed out of: VS Code names its sessions one after the other, and the user answers for all of them. */
interface SignOut {
	/** Those that have not been named yet. */
	readonly left: Set<string>;
	readonly isRemoval: Promise<boolean>;
	/** Epoch milliseconds. */
	endsAt: number;
}

/**
 * The tokens of the vault for other extensions. VS Code asks the user who may have one, remembers it, and shows it in the
 * accounts menu; nothing else hands one out. Scopes are the Hub's own (`inference-api`, `read-repos` …), and an extension
 * gets the token of an account that may do the least of those that may do what it asks for.
 */
export class TokenAuthentication extends Disposable implements vscode.AuthenticationProvider {
	private readonly didChange = this.register(
		new vscode.EventEmitter<vscode.AuthenticationProviderAuthenticationSessionsChangeEvent>(),
	);
	readonly onDidChangeSessions = this.didChange.event;
	private known: readonly Listed[];
	private signOut: SignOut | undefined;
	/** By themselves as one text: what extensions have asked for and may be waiting for, behind VS Code's “Sign in to use …”. */
	private readonly asked = new Map<string, readonly string[]>();

	constructor(private readonly deps: AuthenticationDeps) {
		super();
		this.known = this.listed();
		this.register(deps.tokens.onDidChange(() => this.compare()));
	}

	/**
	 * Without scopes, VS Code asks for its accounts menu, at its start as well, and for what to remove when the user signs out
	 * of an account: every token, and no value, for which the keyring would have to be asked and a sign-in renewed.
	 */
	async getSessions(
		scopes: readonly string[] | undefined,
		{ account }: vscode.AuthenticationProviderSessionOptions,
	): Promise<vscode.AuthenticationSession[]> {
		const records = this.listed()
			.map(({ record }) => record)
			.filter(({ user }) => account === undefined || user === account.id);
		if (scopes === undefined) {
			return records.map(announced);
		}
		this.asked.set(scopes.join(' '), scopes);
		const least = new Map<string, TokenRecord>();
		for (const record of records.filter(one => hasScopes(one, scopes))) {
			const other = least.get(record.user);
			if (!other || powerOf(record) < powerOf(other)) {
				least.set(record.user, record);
			}
		}
		const given = await Promise.all([...least.values()].map(record => this.session(record, scopes)));
		const sessions = given.flatMap(one => (one === undefined || 'problem' in one ? [] : one));
		const failed = given.find(one => one !== undefined && 'problem' in one);
		// No session would mean that the user has to sign in again, which is of no use where the network or the keyring fails.
		if (sessions.length === 0 && failed) {
			throw new Error(wordsOf(failed.problem));
		}
		return sessions;
	}

	/** The user has agreed in VS Code's own dialog to sign in: a token is added, or one that is here will do. */
	async createSession(
		scopes: readonly string[],
		options: vscode.AuthenticationProviderSessionOptions,
	): Promise<vscode.AuthenticationSession> {
		const record = await this.signedIn(scopes);
		if (record === undefined) {
			throw new Error('Nobody signed in to Hugging Face.');
		}
		const [session] = await this.getSessions(scopes, {
			...options,
			account: { id: record.user, label: record.user },
		});
		if (session === undefined) {
			throw new Error(`No token of ${record.user} may do what was asked for: ${scopes.join(', ')}.`);
		}
		return session;
	}

	/** VS Code takes the extensions' access away by itself. What it asked the user says nothing of tokens that are gone for good. */
	async removeSession(sessionId: string): Promise<void> {
		const signOut = this.signOutWith(sessionId);
		const isRemoval = await signOut.isRemoval;
		signOut.endsAt = Date.now() + NEXT;
		if (isRemoval) {
			await this.deps.tokens.remove(sessionId);
		}
	}

	private signOutWith(sessionId: string): SignOut {
		const { signOut } = this;
		if (signOut?.left.delete(sessionId) && Date.now() < signOut.endsAt) {
			return signOut;
		}
		const records = this.listed().map(({ record }) => record);
		const user = records.find(({ id }) => id === sessionId)?.user;
		const all = records.filter(record => record.user === user);
		const left = new Set(all.map(({ id }) => id).filter(id => id !== sessionId));
		this.signOut = { left, isRemoval: this.deps.askWhetherToRemove(all), endsAt: Infinity };
		return this.signOut;
	}

	/** Another extension, or VS Code itself, shows the message of an error as it is. */
	private async signedIn(scopes: readonly string[]): Promise<TokenRecord | undefined> {
		try {
			return await this.deps.signIn(scopes);
		} catch (error) {
			throw new Error(wordsOf(problemOf(error)), { cause: error });
		}
	}

	/** Nothing where the token is gone, or is a sign-in that is over: one has to sign in again. */
	private async session(
		record: TokenRecord,
		scopes: readonly string[],
	): Promise<vscode.AuthenticationSession | { readonly problem: Problem } | undefined> {
		try {
			const credential = await this.deps.tokens.credentialOf(record.id);
			return (
				credential && {
					id: record.id,
					accessToken: credential.value,
					account: { id: record.user, label: record.user },
					scopes: [...scopes],
				}
			);
		} catch (error) {
			const problem = problemOf(error);
			this.deps.log.warn(`A token could not be given to an extension: ${problem.code}.`);
			return problem.code === 'signIn.ended' ? undefined : { problem };
		}
	}

	/** What the Hub refuses is given to nobody, and of a record without its facts, whose it is is not known. */
	private listed(): readonly Listed[] {
		const { tokens } = this.deps;
		return tokens.records
			.filter(({ user, state }) => user !== '' && state === 'valid')
			.map(record => ({ record, version: tokens.versionOf(record.id) }));
	}

	/** VS Code takes its “Sign in to use …” away only where a new session has the very scopes that were asked for. */
	private waitedFor(record: TokenRecord): readonly vscode.AuthenticationSession[] {
		const lists = [...this.asked.values()].filter(scopes => hasScopes(record, scopes));
		return lists.length === 0
			? [announced(record)]
			: lists.map(scopes => ({ ...announced(record), scopes: [...scopes] }));
	}

	private compare(): void {
		const before = this.known;
		this.known = this.listed();
		const change = sessionChange(before, this.known);
		if (change) {
			const { added, removed, changed } = change;
			this.didChange.fire({
				added: added.flatMap(record => this.waitedFor(record)),
				removed: removed.map(announced),
				changed: changed.map(announced),
			});
		}
	}
}

function wordsOf(problem: Problem): string {
	const { title, explanation } = wordProblem(problem);
	return `${title} ${explanation}`;
}

function powerOf(record: TokenRecord): number {
	return permissionsOf(record)?.size ?? PERMISSIONS.length + 1;
}

/** An event names sessions; their values are asked for by whoever may have them. */
function announced({ id, user }: TokenRecord): vscode.AuthenticationSession {
	return { id, accessToken: '', account: { id: user, label: user }, scopes: [] };
}
