import * as vscode from 'vscode';
import type { TokenRecord } from '../tokens/tokenRecord';
import { roleWords } from '../ui/tokenWords';
import { STAYS_OPEN } from '../ui/staysOpen';
import { tokenArgument } from './tokenArgument';

/**
 * The token that a command is about: the row that it was called on, the only one there is, or the one that the user picks.
 * Nothing if there is none or the user leaves.
 */
export async function pickToken(
	argument: unknown,
	records: readonly TokenRecord[],
	title: string,
): Promise<TokenRecord | undefined> {
	const named = tokenArgument(argument, records);
	if (named) {
		return named;
	}
	if (records.length === 0) {
		const add = 'Add Token…';
		const pressed = await vscode.window.showInformationMessage('There is no access token yet.', add);
		if (pressed === add) {
			await vscode.commands.executeCommand('hfWorkbench.addToken');
		}
		return undefined;
	}
	const picked = await vscode.window.showQuickPick(
		records.map(record => ({
			label: record.name,
			description: `${record.user} · ${roleWords(record.role)}`,
			iconPath: new vscode.ThemeIcon('key'),
			record,
		})),
		{
			title,
			placeHolder: 'Choose a token',
			matchOnDescription: true,
			ignoreFocusOut: STAYS_OPEN.askedFromPage,
		},
	);
	return picked?.record;
}
