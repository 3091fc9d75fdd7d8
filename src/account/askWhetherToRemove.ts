import * as vscode from 'vscode';
import type { TokenRecord } from '../tokens/tokenRecord';
import { tokenName } from '../ui/tokenWords';

/**
 * Asks whether the tokens of an account that extensions are signed out of leave this computer, too. VS Code asks about the
 * extensions alone, and a value that was pasted once is shown by nobody again.
 */
export async function askWhetherToRemove(records: readonly TokenRecord[]): Promise<boolean> {
	const [first] = records;
	if (first === undefined) {
		return false;
	}
	// No close affordance: VS Code would put it last, and Enter, just pressed for its own question, would remove.
	const keep = 'Keep';
	const remove = 'Remove';
	const answer = await vscode.window.showWarningMessage(
		records.length === 1
			? `Remove ${tokenName(first)} from this computer, too?`
			: `Remove all ${records.length} tokens of ${first.user} from this computer, too?`,
		{
			modal: true,
			detail: `The extensions are signed out. ${records.map(({ name }) => `“${name}”`).join(', ')} would be deleted from the keyring, and the Hub does not show the value of a token again.`,
		},
		keep,
		remove,
	);
	return answer === remove;
}
