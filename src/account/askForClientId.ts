import * as vscode from 'vscode';
import { STAYS_OPEN } from '../ui/staysOpen';
import type { AccountDeps } from './accountDeps';

const SETTING = 'oauth.clientId';

/** Explains what a sign-in needs where there is no app yet, and takes its client id. Nothing if the user leaves. */
export async function askForClientId({
	settings,
}: Pick<AccountDeps, 'settings'>): Promise<string | undefined> {
	const register = 'Register App';
	const enter = 'Enter Client Id…';
	const add = 'Add Token Instead…';
	const pressed = await vscode.window.showInformationMessage(
		'Signing in with the browser needs an app that the Hub knows.',
		{
			modal: true,
			detail:
				'Register one on the Hub once: a public app (no secret), with the scopes openid, profile, inference-api and whatever else you want to use, and the device flow. Then enter its client id here. Your organization may have one already.',
		},
		register,
		enter,
		add,
	);
	switch (pressed) {
		case register:
			await vscode.env.openExternal(
				vscode.Uri.parse(`${settings.endpoints.hub}/settings/applications/new`, true),
			);
			return enterClientId();
		case enter:
			return enterClientId();
		case add:
			await vscode.commands.executeCommand('hfWorkbench.addToken');
			return undefined;
		case undefined:
			return undefined;
	}
}

async function enterClientId(): Promise<string | undefined> {
	const typed = await vscode.window.showInputBox({
		title: 'Client Id of Your App',
		prompt: 'It is no secret, and is kept in the settings. A client secret is not needed.',
		ignoreFocusOut: STAYS_OPEN.holdsInput,
		validateInput: value =>
			/^[\w:/.-]{8,}$/.test(value.trim()) && !value.trim().startsWith('hf_')
				? undefined
				: 'This is not a client id. The page of your app on the Hub shows it.',
	});
	const clientId = typed?.trim();
	if (clientId !== undefined) {
		await vscode.workspace
			.getConfiguration('hfWorkbench')
			.update(SETTING, clientId, vscode.ConfigurationTarget.Global);
	}
	return clientId;
}
