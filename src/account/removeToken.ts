import * as vscode from 'vscode';
import { announce } from '../ui/announce';
import { tokenName, usedWords } from '../ui/tokenWords';
import type { AccountDeps } from './accountDeps';
import { openTokenPage } from './openTokenPage';
import { pickToken } from './pickToken';

/** Forgets a token after asking. It stays valid on the Hub, which the user is told, with the page where it is deleted. */
export async function removeToken(deps: AccountDeps, argument: unknown): Promise<void> {
	const { tokens, log } = deps;
	const record = await pickToken(argument, tokens.records, 'Remove Token');
	if (record === undefined) {
		return;
	}
	const remove = 'Remove';
	const confirmed = await vscode.window.showWarningMessage(
		`Remove ${tokenName(record)}?`,
		{
			modal: true,
			detail: record.signIn
				? 'It is deleted from this machine. On the Hub, the app that you signed in with keeps its access until you take it away there.'
				: 'Its value is deleted from this machine. On the Hub the token stays valid until you delete it there.',
		},
		remove,
	);
	if (confirmed !== remove) {
		return;
	}
	await tokens.remove(record.id);
	const resolution = await tokens.resolve();
	const canSwitch = resolution.origin === undefined && tokens.records.length > 0;
	announce(
		log,
		'information',
		`Removed “${record.name}”. ${usedWords(resolution)}`,
		...(canSwitch ? [{ label: 'Switch Token…', act: switchToken }] : []),
		{
			label: record.signIn ? 'End It on the Hub' : 'Delete It on the Hub',
			act: () => openTokenPage(deps, record),
		},
	);
}

async function switchToken(): Promise<void> {
	await vscode.commands.executeCommand('hfWorkbench.switchToken');
}
