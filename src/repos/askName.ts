import * as vscode from 'vscode';
import { repoNameProblem } from './repoName';

/** Asks for a name that the Hub would take. Nothing if the user leaves. */
export async function askName(title: string, value: string): Promise<string | undefined> {
	const name = await vscode.window.showInputBox({
		title,
		prompt: 'Name',
		value,
		validateInput: text => (text.trim() === '' ? 'A name is needed.' : repoNameProblem(text.trim())),
	});
	return name?.trim();
}
