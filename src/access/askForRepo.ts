import * as vscode from 'vscode';
import type { RepoRef } from '../shared/repoType';
import { parseRepoRef } from '../util/parseRepoRef';
import { STAYS_OPEN } from '../ui/staysOpen';
import { repoArgument } from './repoArgument';

/** The repo that a command is about: the row that it was called on, or one that is asked for. Nothing if the user leaves. */
export async function askForRepo(
	argument: unknown,
	title: string,
	hub: string,
): Promise<RepoRef | undefined> {
	const named = repoArgument(argument);
	if (named) {
		return named;
	}
	const typed = await vscode.window.showInputBox({
		title,
		prompt:
			'A repo’s id, such as meta-llama/Llama-3.1-8B-Instruct or datasets/bigcode/the-stack-v2, or its address.',
		placeHolder: 'owner/name',
		ignoreFocusOut: STAYS_OPEN.askedFromPage,
		validateInput: value =>
			value.trim() === '' || parseRepoRef(value, hub)
				? undefined
				: 'This is no repo’s id. It is an owner and a name, such as meta-llama/Llama-3.1-8B-Instruct.',
	});
	return typed === undefined ? undefined : parseRepoRef(typed, hub);
}
