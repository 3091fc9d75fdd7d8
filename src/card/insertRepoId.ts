import * as vscode from 'vscode';
import { isRepoType, type RepoType } from '../shared/repoType';
import { isRecord } from '../util/isRecord';
import type { CardDeps } from './cardDeps';

/** Puts the id of a repo that the user looks for into the document: in the place that a completion names, or at the cursor. */
export async function insertRepoId(
	{ chooseRepo }: Pick<CardDeps, 'chooseRepo'>,
	type: unknown,
	at: unknown,
): Promise<void> {
	const editor = vscode.window.activeTextEditor;
	if (!editor) {
		void vscode.window.showInformationMessage('Open a document that the id is to be inserted into first.');
		return;
	}
	const asked = isRepoType(type) ? type : await askType();
	const repo = asked && (await chooseRepo(asked, 'Insert the Id of a Repo'));
	if (!repo) {
		return;
	}
	const range = isRecord(at) && at.range instanceof vscode.Range ? at.range : editor.selection;
	await editor.edit(edit => edit.replace(range, repo.id));
	await vscode.window.showTextDocument(editor.document, editor.viewColumn);
}

async function askType(): Promise<RepoType | undefined> {
	const picked = await vscode.window.showQuickPick(
		[
			{ label: 'Model', iconPath: new vscode.ThemeIcon('package'), type: 'model' as const },
			{ label: 'Dataset', iconPath: new vscode.ThemeIcon('database'), type: 'dataset' as const },
			{ label: 'Space', iconPath: new vscode.ThemeIcon('rocket'), type: 'space' as const },
		],
		{ title: 'Insert the Id of a Repo' },
	);
	return picked?.type;
}
