import * as vscode from 'vscode';

/** Shows a folder in the system's file manager, or in a window of the editor where there is none beside the files. */
export async function revealFolder(folder: string): Promise<void> {
	const uri = vscode.Uri.file(folder);
	if (vscode.env.remoteName === undefined && vscode.env.uiKind === vscode.UIKind.Desktop) {
		await vscode.commands.executeCommand('revealFileInOS', uri);
		return;
	}
	await vscode.commands.executeCommand('vscode.openFolder', uri, { forceNewWindow: true });
}
