import * as vscode from 'vscode';
import { announce } from '../ui/announce';
import { tokenName } from '../ui/tokenWords';
import type { AccountDeps } from './accountDeps';
import type { HeldClipboard } from './heldClipboard';
import { pickToken } from './pickToken';

/** Copies a token's value after asking, and takes it out of the clipboard again after a while. */
export async function copyToken(
	{ tokens, settings, log }: AccountDeps,
	clipboard: HeldClipboard,
	argument: unknown,
): Promise<void> {
	const record = await pickToken(argument, tokens.records, 'Copy Token');
	if (record === undefined) {
		return;
	}
	const { clipboardSeconds } = settings;
	const copy = 'Copy';
	const confirmed = await vscode.window.showWarningMessage(
		`Copy the value of ${tokenName(record)}?`,
		{
			modal: true,
			detail: `Every program on this machine can read the clipboard, and some keep a history of it. It is cleared after ${clipboardSeconds} seconds if it still holds the token.`,
		},
		copy,
	);
	if (confirmed !== copy) {
		return;
	}
	const credential = await tokens.credentialOf(record.id);
	if (credential) {
		await clipboard.hold(credential.value, clipboardSeconds * 1000);
		announce(
			log,
			'information',
			`“${record.name}” is in the clipboard, for ${clipboardSeconds} seconds at most.`,
			{ label: 'Clear Clipboard', act: () => clipboard.clear() },
		);
	}
}
