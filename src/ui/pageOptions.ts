import * as vscode from 'vscode';

/** What a page may do: run its script, load what is built for it and what is in `folders`, and nothing else of this machine. */
export function pageOptions(extensionUri: vscode.Uri, ...folders: vscode.Uri[]): vscode.WebviewOptions {
	return {
		enableScripts: true,
		localResourceRoots: [vscode.Uri.joinPath(extensionUri, 'dist'), ...folders],
	};
}
