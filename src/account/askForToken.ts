import * as vscode from 'vscode';
import type { Identity } from '../hub/identity';
import { cleanToken } from '../tokens/tokenFormat';
import { Disposable } from '../util/disposable';
import { Latest } from '../util/latest';
import { problemOf } from '../util/problemOf';
import { STAYS_OPEN } from '../ui/staysOpen';
import type { AccountDeps } from './accountDeps';
import { askForHosts } from './askForHosts';
import { canRetry, checkMessage } from './checkMessage';
import { formatMessage } from './formatMessage';

/** A token that the Hub has recognised. The value goes to the vault and is then forgotten. */
export interface CheckedToken {
	readonly value: string;
	readonly identity: Identity;
	/** Hosts that the user has allowed for it meanwhile. */
	readonly allowed: readonly string[];
}

/** What the box asks, and what else may be wrong with a token, each as a sentence. */
export interface TokenQuestion {
	readonly title: string;
	readonly prompt: string;
	readonly steps?: number;
	/** Opens the page where a token with the right permission is created. */
	readonly create: () => Promise<void>;
	/** What it is to be called when the user is asked whether it may be sent to a host, and the key of its answers. */
	readonly token: { readonly words: string; readonly key: string };
	/** Asked before the Hub is. */
	readonly refuseValue: (value: string) => Promise<string | undefined>;
	/** Asked once the Hub has said whose it is. */
	readonly refuseIdentity: (identity: Identity) => string | undefined;
}

/**
 * Asks for an access token in a password box and has the Hub check it before the box closes. Nothing is stored.
 * Answers with nothing if the user leaves, which also ends a check that is still going on.
 */
export async function askForToken(
	question: TokenQuestion,
	deps: Pick<AccountDeps, 'hub' | 'tokens'>,
): Promise<CheckedToken | undefined> {
	const box = new TokenBox(question, deps);
	try {
		return await box.ask();
	} finally {
		box.dispose();
	}
}

class TokenBox extends Disposable {
	private readonly box = this.register(vscode.window.createInputBox());
	private readonly checks = this.register(new Latest());
	private readonly create: vscode.QuickInputButton = {
		iconPath: new vscode.ThemeIcon('link-external'),
		tooltip: 'Create a Token on the Hub',
	};
	private readonly retry: vscode.QuickInputButton = {
		iconPath: new vscode.ThemeIcon('refresh'),
		tooltip: 'Try Again',
	};
	private answer: CheckedToken | undefined;
	/** Hosts that the user has said may get what is typed here. */
	private allowed: readonly string[] = [];
	private asking = false;

	constructor(
		private readonly question: TokenQuestion,
		private readonly deps: Pick<AccountDeps, 'hub' | 'tokens'>,
	) {
		super();
		const { box } = this;
		box.title = question.title;
		if (question.steps !== undefined) {
			box.step = 1;
			box.totalSteps = question.steps;
		}
		box.prompt = question.prompt;
		box.placeholder = 'hf_…';
		box.password = true;
		// The token is copied from the browser: looking there must not close the box.
		box.ignoreFocusOut = STAYS_OPEN.holdsInput;
		box.buttons = [this.create];
		this.register(box.onDidChangeValue(value => this.typed(value)));
		this.register(box.onDidAccept(() => this.check()));
		this.register(
			box.onDidTriggerButton(button => (button === this.create ? question.create() : this.check())),
		);
	}

	ask(): Promise<CheckedToken | undefined> {
		return new Promise(resolve => {
			this.register(
				this.box.onDidHide(() => {
					this.checks.abort();
					resolve(this.answer);
				}),
			);
			this.box.show();
		});
	}

	/** What is being checked is not what stands in the box any more. */
	private typed(value: string): void {
		this.checks.abort();
		this.box.busy = false;
		const cleaned = cleanToken(value);
		this.refuse(cleaned === '' ? undefined : formatMessage(cleaned));
	}

	private refuse(message: string | undefined, retry = false): void {
		this.box.validationMessage =
			message === undefined ? undefined : { message, severity: vscode.InputBoxValidationSeverity.Error };
		this.box.buttons = retry ? [this.retry, this.create] : [this.create];
	}

	/** One check at a time: a second Enter meanwhile does nothing. */
	private async check(): Promise<void> {
		if (this.checks.busy || this.asking) {
			return;
		}
		const value = cleanToken(this.box.value);
		const wrong = formatMessage(value) ?? (await this.refusedByHosts());
		this.refuse(wrong);
		if (wrong !== undefined) {
			return;
		}
		this.box.busy = true;
		const verdict = await this.checks.run(signal => this.judge(value, signal));
		if (verdict === undefined) {
			return;
		}
		this.box.busy = false;
		if ('identity' in verdict.value) {
			this.answer = { value, identity: verdict.value.identity, allowed: this.allowed };
			this.box.hide();
		} else {
			this.refuse(verdict.value.message, verdict.value.retry);
		}
	}

	/** A Hub that is not huggingface.co is sent nothing before the user has said so. */
	private async refusedByHosts(): Promise<string | undefined> {
		const { words, key } = this.question.token;
		const unasked = this.deps.tokens
			.hostsOf(key)
			.flatMap(({ origin, standing }) =>
				(standing === 'unasked' || standing === 'denied') && !this.allowed.includes(origin) ? [origin] : [],
			);
		if (unasked.length === 0) {
			return undefined;
		}
		this.asking = true;
		try {
			if ((await askForHosts(words, unasked)) !== 'allowed') {
				return 'The token was not sent, so it could not be checked. Press Enter to be asked again.';
			}
		} finally {
			this.asking = false;
		}
		this.allowed = [...this.allowed, ...unasked];
		return undefined;
	}

	private async judge(value: string, signal: AbortSignal): Promise<Verdict> {
		try {
			const refusedValue = await this.question.refuseValue(value);
			if (refusedValue !== undefined) {
				return { message: refusedValue, retry: false };
			}
			const { hub, tokens } = this.deps;
			const credential = tokens.offered(value, this.question.token.key, this.allowed);
			const identity = await hub.whoAmI(credential, signal, 'fresh');
			const refusedIdentity = this.question.refuseIdentity(identity);
			return refusedIdentity === undefined ? { identity } : { message: refusedIdentity, retry: false };
		} catch (error) {
			const problem = problemOf(error);
			return { message: checkMessage(problem), retry: canRetry(problem) };
		}
	}
}

type Verdict = { readonly identity: Identity } | { readonly message: string; readonly retry: boolean };
