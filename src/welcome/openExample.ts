import * as vscode from 'vscode';
import { EXAMPLE } from './example';

/** Opens the example beside the walkthrough, with a function of it selected. A window that has it shows it again. */
export async function openExample(): Promise<void> {
	const known = vscode.workspace.textDocuments.find(
		document => document.isUntitled && document.getText() === EXAMPLE.text,
	);
	const document =
		known ??
		(await vscode.workspace.openTextDocument({ language: EXAMPLE.languageId, content: EXAMPLE.text }));
	const last = document.lineAt(EXAMPLE.lastLine - 1).range.end;
	await vscode.window.showTextDocument(document, {
		viewColumn: vscode.ViewColumn.Beside,
		selection: new vscode.Range(EXAMPLE.firstLine - 1, 0, last.line, last.character),
	});
}
