import * as vscode from 'vscode';
import { announce } from '../ui/announce';
import { ContextKey } from '../ui/contextKey';
import type { Claims } from '../util/claims';
import { Disposable, type Owned } from '../util/disposable';
import { problemOf } from '../util/problemOf';
import type { AccountDeps } from './accountDeps';

/** Milliseconds in which no other window says the same: those that the editor opens together. */
const MOMENT = 10_000;

/**
 * Offers to recover what a list held that was so damaged that it named no token: in a message at each start until the user has
 * answered, and in the view that is empty now. Nothing comes back by itself, for it may be of another profile.
 */
export function offerRecovery(deps: Pick<AccountDeps, 'tokens' | 'log'>, claims: Claims): Owned {
	return new RecoveryOffer(deps, claims);
}

class RecoveryOffer extends Disposable {
	private readonly isLost = new ContextKey<boolean>('hfWorkbench.tokenListLost');
	private readonly ended = new AbortController();
	private isTold = false;

	constructor(
		private readonly deps: Pick<AccountDeps, 'tokens' | 'log'>,
		private readonly claims: Claims,
	) {
		super();
		this.register({ dispose: () => this.ended.abort() });
		this.register(deps.tokens.onDidChange(() => void this.look()));
		void this.look();
	}

	private async look(): Promise<void> {
		const { tokens, log } = this.deps;
		this.isLost.set(tokens.isListLost);
		if (this.isTold || !tokens.isListLost) {
			return;
		}
		this.isTold = true;
		try {
			const count = await tokens.countUnlisted();
			if (count === 0) {
				await tokens.forgetLoss();
				return;
			}
			const now = Date.now();
			const taken = await this.claims.take(['lost list'], now, now + MOMENT, this.ended.signal);
			if (taken.length > 0 && !this.isDisposed) {
				this.say(count);
			}
		} catch (error) {
			// A keyring that is locked is asked again with the next change.
			this.isTold = false;
			log.warn(`What a damaged list held could not be counted: ${problemOf(error).code}`);
		}
	}

	private say(count: number): void {
		const { tokens, log } = this.deps;
		const [what, they] = count === 1 ? ['a token that is', 'It'] : [`${count} tokens that are`, 'They'];
		announce(
			log,
			'warning',
			`The list of access tokens was damaged. The keyring has ${what} on no list here. ${they} may also belong to another profile of the editor.`,
			{
				label: 'Recover Tokens…',
				act: async () => vscode.commands.executeCommand('hfWorkbench.recoverTokens'),
			},
			{ label: 'Leave in Keyring', act: () => tokens.forgetLoss() },
		);
	}
}
