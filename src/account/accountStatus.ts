import * as vscode from 'vscode';
import { cardMarkdown } from '../ui/card';
import type { Ambient } from '../tokens/ambientUse';
import { Disposable } from '../util/disposable';
import { Latest } from '../util/latest';
import { problemOf } from '../util/problemOf';
import type { AccountDeps } from './accountDeps';
import { accountLabel, type AccountLabel } from './accountLabel';

/** `ambient`: what terminals and notebooks use beside what is used here. */
interface StatusDeps extends Pick<AccountDeps, 'tokens' | 'log'> {
	readonly settings: Pick<AccountDeps['settings'], 'billTo'>;
	readonly ambient: () => Promise<Ambient>;
}

/** The account in use, in the status bar. It reads what is on this machine and asks nobody. */
export function accountStatus(deps: StatusDeps): vscode.Disposable {
	return new AccountStatus(deps);
}

class AccountStatus extends Disposable {
	private readonly item = this.register(
		vscode.window.createStatusBarItem('hfWorkbench.account', vscode.StatusBarAlignment.Right, 90),
	);
	private readonly updates = this.register(new Latest());

	constructor(private readonly deps: StatusDeps) {
		super();
		this.item.name = 'Hugging Face Account';
		this.register(deps.tokens.onDidChange(() => void this.update()));
		this.register(
			vscode.workspace.onDidChangeConfiguration(event => {
				if (event.affectsConfiguration('hfWorkbench.inference.billTo')) {
					void this.update();
				}
			}),
		);
		void this.update();
	}

	private async update(): Promise<void> {
		const { tokens, log } = this.deps;
		try {
			const { billTo } = this.deps.settings;
			const found = await this.updates.run(async () => ({
				used: await tokens.resolve(),
				running: { runs: await tokens.resolve({ permission: 'inference', on: billTo }), billTo },
			}));
			if (!found || this.isDisposed) {
				return;
			}
			const { used, running } = found.value;
			this.show(accountLabel(used, tokens.records, undefined, running));
			// The comparison may have to wait for the keyring; which token is used does not.
			const compared = await this.updates.run(() => this.deps.ambient());
			if (compared && !this.isDisposed) {
				this.show(accountLabel(used, tokens.records, compared.value, running));
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
