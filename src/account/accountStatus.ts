import * as vscode from 'vscode';
import { cardMarkdown } from '../ui/card';
import { Disposable } from '../util/disposable';
import { Latest } from '../util/latest';
import { problemOf } from '../util/problemOf';
import type { AccountDeps } from './accountDeps';
import { accountLabel, type AccountLabel } from './accountLabel';

/** The account in use, in the status bar. It reads what is on this machine and asks nobody. */
export function accountStatus(deps: Pick<AccountDeps, 'tokens' | 'log'>): vscode.Disposable {
	return new AccountStatus(deps);
}

class AccountStatus extends Disposable {
	private readonly item = this.register(
		vscode.window.createStatusBarItem('hfWorkbench.account', vscode.StatusBarAlignment.Right, 90),
	);
	private readonly updates = this.register(new Latest());

	constructor(private readonly deps: Pick<AccountDeps, 'tokens' | 'log'>) {
		super();
		this.item.name = 'Hugging Face Account';
		this.register(deps.tokens.onDidChange(() => void this.update()));
		void this.update();
	}

	private async update(): Promise<void> {
		const { tokens, log } = this.deps;
		try {
			const resolved = await this.updates.run(() => tokens.resolve());
			if (resolved && !this.isDisposed) {
				this.show(accountLabel(resolved.value, tokens.records));
			}
		} catch (error) {
			log.warn(`The account in use is not known: ${problemOf(error).code}`);
		}
	}

	private show({ text, spoken, card, warning, command }: AccountLabel): void {
		this.item.text = text;
		this.item.tooltip = cardMarkdown(card);
		this.item.accessibilityInformation = { label: spoken, role: 'button' };
		this.item.backgroundColor = warning
			? new vscode.ThemeColor('statusBarItem.warningBackground')
			: undefined;
		this.item.command = command;
		this.item.show();
	}
}
