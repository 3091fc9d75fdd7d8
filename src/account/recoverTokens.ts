import * as vscode from 'vscode';
import { announce } from '../ui/announce';
import type { AccountDeps } from './accountDeps';
import { checkTokens } from './checkTokens';

/**
 * Puts tokens back on the list that are in the keyring and on no list here, after asking: the editor has one keyring for all of
 * its profiles, and a list for each. Whose they are, the Hub is then asked.
 */
export async function recoverTokens(deps: AccountDeps): Promise<void> {
	const { tokens, log } = deps;
	const count = await tokens.countUnlisted();
	if (count === 0) {
		announce(log, 'information', 'Every token in the keyring is on the list.');
		return;
	}
	const recover = 'Recover';
	const confirmed = await vscode.window.showInformationMessage(
		`Recover ${count === 1 ? 'a token' : `${count} tokens`} from the keyring?`,
		{
			modal: true,
			detail:
				'They are of another profile of the editor, or of a list that was damaged. The Hub is asked whose they are. To remove one here takes it away from the other profile as well.',
		},
		recover,
	);
	if (confirmed === recover) {
		await tokens.recoverUnlisted();
		await checkTokens(deps);
	}
}
