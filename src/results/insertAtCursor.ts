import * as vscode from 'vscode';

/** Puts a text where the cursor is, as one step to undo; what is selected stays. */
export async function insertAtCursor(text: string, editor: vscode.TextEditor | undefined): Promise<void> {
	if (!editor) {
		void vscode.window.showWarningMessage('Open a file to insert the answer into.');
		return;
	}
	const isDone = await editor.edit(builder => builder.insert(editor.selection.active, text));
	if (!isDone) {
		void vscode.window.showWarningMessage('The file cannot be edited, so nothing was inserted.');
	}
}
