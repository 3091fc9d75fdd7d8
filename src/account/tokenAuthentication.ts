import * as vscode from 'vscode';
import type { Permission } from '../shared/permission';
import { grantsPermission, OAUTH_SCOPES } from '../tokens/oauth/scopes';
import { permissionsOf } from '../tokens/permissionsOf';
import type { TokenRecord } from '../tokens/tokenRecord';
import { Disposable } from '../util/disposable';
import type { AccountDeps } from './accountDeps';

interface AuthenticationDeps extends Pick<AccountDeps, 'tokens' | 'log'> {
	/** Asks the user for a token; answers with its record. */
	readonly signIn: () => Promise<TokenRecord | undefined>;
}

/** Who one is: every token says that. */
const IDENTITY: readonly string[] = ['openid', 'profile'];
const PERMISSIONS = Object.keys(OAUTH_SCOPES) as readonly Permission[];

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
	private known: ReadonlyMap<string, TokenRecord>;

	constructor(private readonly deps: AuthenticationDeps) {
		super();
		this.known = byId(deps.tokens.records);
		this.register(deps.tokens.onDidChange(() => this.compare()));
	}

	/**
	 * Without scopes, VS Code asks for its accounts menu, at its start as well: one session for each account, and no value, for
	 * which the keyring would have to be asked and a sign-in renewed.
	 */
	async getSessions(
		scopes: readonly string[] | undefined,
		{ account }: vscode.AuthenticationProviderSessionOptions,
	): Promise<vscode.AuthenticationSession[]> {
		const fitting = this.deps.tokens.records
			.filter(({ user }) => user !== '' && (account === undefined || user === account.id))
			.filter(record => record.state === 'valid' && allows(record, scopes ?? []));
		const least = new Map<string, TokenRecord>();
		for (const record of fitting) {
			const other = least.get(record.user);
			if (!other || powerOf(record) < powerOf(other)) {
				least.set(record.user, record);
			}
		}
		if (scopes === undefined) {
			return [...least.values()].map(announced);
		}
		const sessions = await Promise.all([...least.values()].map(record => this.session(record, scopes)));
		return sessions.flatMap(session => session ?? []);
	}

	/** The user has agreed in VS Code's own dialog to sign in: a token is added, or one that is here will do. */
	async createSession(
		scopes: readonly string[],
		options: vscode.AuthenticationProviderSessionOptions,
	): Promise<vscode.AuthenticationSession> {
		const record = await this.deps.signIn();
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

	/** VS Code has asked the user before. */
	async removeSession(sessionId: string): Promise<void> {
		await this.deps.tokens.remove(sessionId);
	}

	private async session(
		record: TokenRecord,
		scopes: readonly string[],
	): Promise<vscode.AuthenticationSession | undefined> {
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
		} catch {
			this.deps.log.warn('A token could not be given to an extension: the keyring does not give its value.');
			return undefined;
		}
	}

	private compare(): void {
		const before = this.known;
		this.known = byId(this.deps.tokens.records);
		const now = this.known;
		const added = [...now.values()].filter(({ id }) => !before.has(id));
		const removed = [...before.values()].filter(({ id }) => !now.has(id));
		const changed = [...now.values()].filter(record => {
			const other = before.get(record.id);
			return other !== undefined && identityOf(other) !== identityOf(record);
		});
		if (added.length + removed.length + changed.length > 0) {
			this.didChange.fire({
				added: added.map(announced),
				removed: removed.map(announced),
				changed: changed.map(announced),
			});
		}
	}
}

/** A token has a scope when it may do all that the scope gives; one that is not known, no token can be said to have. */
function allows(record: TokenRecord, scopes: readonly string[]): boolean {
	const has = permissionsOf(record);
	return scopes.every(scope => {
		const given = PERMISSIONS.filter(permission => grantsPermission([scope], permission));
		return IDENTITY.includes(scope) || (given.length > 0 && given.every(permission => has?.has(permission)));
	});
}

function powerOf(record: TokenRecord): number {
	return permissionsOf(record)?.size ?? PERMISSIONS.length + 1;
}

function byId(records: readonly TokenRecord[]): ReadonlyMap<string, TokenRecord> {
	return new Map(records.map(record => [record.id, record]));
}

/** What makes it another session for whoever has it. */
function identityOf({ user, role, state, fineGrained, signIn }: TokenRecord): string {
	return JSON.stringify([user, role, state, fineGrained, signIn]);
}

/** An event names sessions; their values are asked for by whoever may have them. */
function announced({ id, user }: TokenRecord): vscode.AuthenticationSession {
	return { id, accessToken: '', account: { id: user, label: user }, scopes: [] };
}
