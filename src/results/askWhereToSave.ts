import * as vscode from 'vscode';

/** Asks where a file is to be saved, in the folder of the workspace at first; nothing if the user leaves. */
export function askWhereToSave(name: string): Thenable<vscode.Uri | undefined> {
	const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
	const extension = name.split('.').at(-1) ?? '';
	return vscode.window.showSaveDialog({
		...(folder && { defaultUri: vscode.Uri.joinPath(folder, name) }),
		filters: { [extension.toUpperCase()]: [extension] },
		title: 'Save Answer',
	});
}
