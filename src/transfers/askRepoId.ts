import * as vscode from 'vscode';
import type { RepoRef } from '../shared/repoType';
import { STAYS_OPEN } from '../ui/staysOpen';
import { parseRepo } from './repoArgument';

/** Asks for a repo by its id; nothing where that is left. */
export async function askRepoId(title: string, placeHolder: string): Promise<RepoRef | undefined> {
	const text = await vscode.window.showInputBox({
		title,
		prompt: 'The id of a model, or a dataset or Space with datasets/ or spaces/ before it',
		placeHolder,
		ignoreFocusOut: STAYS_OPEN.holdsInput,
		validateInput: value =>
			value.trim() === '' || parseRepo(value) ? undefined : 'This is not the id of a repo.',
	});
	return text === undefined ? undefined : parseRepo(text);
}
