import * as vscode from 'vscode';
import { announce } from '../ui/announce';
import { originWords } from '../ui/tokenWords';
import { capital } from '../util/capital';
import type { SourceDeps } from './sourceDeps';
import { savesEnvironment } from './terminalTokens';

/** Gives the token in use to new terminals of this workspace, after saying what that means. */
export async function giveToTerminals({ tokens, terminals, log }: SourceDeps): Promise<void> {
	const { origin } = await tokens.resolve();
	if (origin === undefined) {
		await vscode.window.showInformationMessage('No token is used here that terminals could be given.');
		return;
	}
	const saves = savesEnvironment();
	const give = saves ? 'Turn That Off and Give Token' : 'Give Token';
	const pressed = await vscode.window.showWarningMessage(
		`Give ${originWords(origin)} to the terminals of this workspace?`,
		{
			modal: true,
			detail: [
				'New terminals have it as HF_TOKEN, and every program in them can read it. It follows the token in use here, and is not written to disk.',
				...(saves
					? [
							'VS Code saves what its terminals were started with when a window closes, to bring them back. The token would be among it, so that is turned off for this workspace (terminal.integrated.persistentSessionReviveProcess).',
						]
					: []),
			].join('\n\n'),
		},
		give,
	);
	if (pressed !== give) {
		return;
	}
	if (saves) {
		const target = vscode.workspace.workspaceFolders
			? vscode.ConfigurationTarget.Workspace
			: vscode.ConfigurationTarget.Global;
		await vscode.workspace
			.getConfiguration('terminal.integrated')
			.update('persistentSessionReviveProcess', 'never', target);
	}
	await terminals.set(true);
	announce(
		log,
		'information',
		`${capital(originWords(origin))} is given to new terminals of this workspace. Terminals that are open show a mark, by which they can be started anew.`,
		{ label: 'Stop Giving It', act: () => terminals.set(false) },
	);
}
