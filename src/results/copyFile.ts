import * as vscode from 'vscode';

/** Copies a file to where none is. Answers whether there was none: what is there stays as it is. */
export async function copyFile(source: vscode.Uri, target: vscode.Uri): Promise<boolean> {
	try {
		await vscode.workspace.fs.copy(source, target, { overwrite: false });
		return true;
	} catch (error) {
		if (error instanceof vscode.FileSystemError && error.code === 'FileExists') {
			return false;
		}
		throw error;
	}
}
