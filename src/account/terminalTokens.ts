import * as vscode from 'vscode';
import type { Credential } from '../net/credential';
import { originKey } from '../tokens/originKey';
import type { Resolution } from '../tokens/resolution';
import type { Tokens } from '../tokens/tokens';
import { ContextKey } from '../ui/contextKey';
import type { Log } from '../ui/log';
import { originWords } from '../ui/tokenWords';
import { Disposable } from '../util/disposable';
import { Latest } from '../util/latest';
import { ProblemError } from '../util/problemError';
import { problemOf } from '../util/problemOf';
import type { Memento } from '../tokens/tokenStore';

const STATE = 'hfWorkbench.terminals';
const VARIABLE = 'HF_TOKEN';

export interface TerminalTokensDeps {
	readonly tokens: Tokens;
	readonly collection: vscode.EnvironmentVariableCollection;
	readonly workspaceState: Memento;
	/** Where the Hub is now. */
	readonly hub: () => string;
	readonly log: Log;
}

/**
 * Gives the token in use to new terminals of this workspace, as `HF_TOKEN`, where the user wants that. It is never written
 * down: not by the collection, and only while the editor does not save what its terminals were started with.
 */
export class TerminalTokens extends Disposable {
	private readonly isOn = new ContextKey<boolean>('hfWorkbench.terminalsHaveToken');
	private readonly updates = this.register(new Latest());

	constructor(private readonly deps: TerminalTokensDeps) {
		super();
		const { collection, tokens } = deps;
		collection.persistent = false;
		this.register(tokens.onDidChange(() => void this.apply()));
		this.register(
			vscode.workspace.onDidChangeConfiguration(change => {
				if (change.affectsConfiguration('terminal.integrated')) {
					void this.apply();
				}
			}),
		);
		this.register({ dispose: () => collection.clear() });
		void this.apply();
	}

	/** Whether new terminals get the token. */
	get isGiven(): boolean {
		return this.deps.workspaceState.get(STATE) === true && !savesEnvironment();
	}

	/** Throws where the token cannot be given, and then leaves it at that. */
	async set(given: boolean): Promise<void> {
		const { workspaceState, tokens } = this.deps;
		await workspaceState.update(STATE, given ? true : undefined);
		const failure = await this.apply();
		if (given && failure) {
			await workspaceState.update(STATE, undefined);
			this.isOn.set(false);
		}
		tokens.refresh();
		if (given && failure) {
			throw failure;
		}
	}

	/**
	 * The very token that is in use here, which the user was asked about, and no other one of its account. One that is never
	 * to be sent to the Hub is not given: programs would send it there.
	 */
	private async credentialAt(
		origin: NonNullable<Resolution['origin']>,
		signal: AbortSignal,
	): Promise<Credential | undefined> {
		const { tokens, hub } = this.deps;
		const there = new URL(hub()).origin;
		const tokenKey = originKey(origin);
		const credential = await tokens.credentialAt(origin, signal);
		if (tokens.hostsOf(tokenKey).some(host => host.origin === there && host.standing === 'denied')) {
			const tokenName = credential?.name ?? '';
			throw new ProblemError({ code: 'token.consent', origin: there, tokenName, tokenKey });
		}
		return credential;
	}

	/** Answers with why there is no token to give, if something failed. */
	private async apply(): Promise<ProblemError | undefined> {
		const { tokens, collection, log } = this.deps;
		this.isOn.set(this.isGiven);
		if (!this.isGiven) {
			this.updates.abort();
			collection.clear();
			return undefined;
		}
		try {
			const found = await this.updates.run(async signal => {
				const { origin } = await tokens.resolve();
				return { origin, credential: origin && (await this.credentialAt(origin, signal)) };
			});
			if (!found || this.isDisposed) {
				return undefined;
			}
			const { origin, credential } = found.value;
			if (origin && credential) {
				collection.description = `Sets ${VARIABLE} to ${originWords(origin)}, the Hugging Face token in use here.`;
				collection.replace(VARIABLE, credential.value);
			} else {
				collection.clear();
			}
			return undefined;
		} catch (error) {
			const problem = problemOf(error);
			collection.clear();
			log.warn(`Terminals are given no token: ${problem.code}`);
			return new ProblemError(problem);
		}
	}
}

/** Whether the editor writes what its terminals were started with, the environment among it, to disk when a window closes. */
export function savesEnvironment(): boolean {
	const terminal = vscode.workspace.getConfiguration('terminal.integrated');
	return (
		terminal.get('enablePersistentSessions') !== false &&
		terminal.get('persistentSessionReviveProcess') !== 'never'
	);
}
