import * as vscode from 'vscode';
import type { Remedy } from './remedy';

/** Does what a remedy's button says. */
export async function openRemedy(remedy: Remedy): Promise<void> {
	if ('url' in remedy) {
		await vscode.env.openExternal(vscode.Uri.parse(remedy.url, true));
	} else {
		await vscode.commands.executeCommand(remedy.command, ...(remedy.args ?? []));
	}
}
