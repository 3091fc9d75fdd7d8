import * as vscode from 'vscode';
import type { InputSource } from '../inference/runRequest';

/** The document that a run's input came from; if it is gone, the user is told, and the answer is nothing. */
export async function openSource({ uri, fileName }: InputSource): Promise<vscode.TextDocument | undefined> {
	try {
		return await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true));
	} catch {
		void vscode.window.showWarningMessage(
			`${fileName} cannot be opened: it was moved, deleted, or never saved.`,
		);
		return undefined;
	}
}
