import * as vscode from 'vscode';
import { announce } from '../ui/announce';
import { tokenName, usedWords } from '../ui/tokenWords';
import type { AccountDeps } from './accountDeps';
import { pickToken } from './pickToken';

/** Forgets a token after asking. It stays valid on the Hub, which the user is told, with the page where it is deleted. */
export async function removeToken({ tokens, settings, log }: AccountDeps, argument: unknown): Promise<void> {
	const record = await pickToken(argument, tokens.records, 'Remove Token');
	if (record === undefined) {
		return;
	}
	const remove = 'Remove';
	const confirmed = await vscode.window.showWarningMessage(
		`Remove ${tokenName(record)}?`,
		{
			modal: true,
			detail:
				'Its value is deleted from this machine. On the Hub the token stays valid until you delete it there.',
		},
		remove,
	);
	if (confirmed !== remove) {
		return;
	}
	await tokens.remove(record.id);
	const page = `${settings.endpoints.hub}/settings/tokens`;
	const resolution = await tokens.resolve();
	const canSwitch = resolution.origin === undefined && tokens.records.length > 0;
	announce(
		log,
		'information',
		`Removed “${record.name}”. ${usedWords(resolution)}`,
		...(canSwitch ? [{ label: 'Switch Token…', act: switchToken }] : []),
		{
			label: 'Delete It on the Hub',
			act: async () => vscode.env.openExternal(vscode.Uri.parse(page, true)),
		},
	);
}

async function switchToken(): Promise<void> {
	await vscode.commands.executeCommand('hfWorkbench.switchToken');
}
