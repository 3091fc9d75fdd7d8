import * as vscode from 'vscode';
import { ProblemError } from '../util/problemError';
import type { ReposDeps } from './reposDeps';

/** Asks whose a repo is to be, where there is a choice. Nothing if the user leaves; a problem where nobody is signed in. */
export async function askOwner({ owners }: ReposDeps, title: string): Promise<string | undefined> {
	const names = await owners();
	const [only] = names;
	if (only === undefined) {
		throw new ProblemError({ code: 'token.missing', permission: 'hub.write' });
	}
	return names.length === 1 ? only : vscode.window.showQuickPick([...names], { title: `${title}: Owner` });
}
