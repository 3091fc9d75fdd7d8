import * as vscode from 'vscode';
import { STAYS_OPEN } from '../ui/staysOpen';
import { nameProblem } from './tokenNames';

/** Asks what a token is to be called here. Nothing if the user leaves. */
export async function askForName(
	title: string,
	suggestion: string,
	taken: readonly string[],
): Promise<string | undefined> {
	const name = await vscode.window.showInputBox({
		title,
		prompt: 'A name to tell your tokens apart. It is only used here.',
		value: suggestion,
		ignoreFocusOut: STAYS_OPEN.holdsInput,
		validateInput: value => nameProblem(value, taken),
	});
	return name?.trim();
}
