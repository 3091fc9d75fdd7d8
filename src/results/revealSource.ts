import * as vscode from 'vscode';
import { openSource } from './openSource';
import type { Run } from './run';

/** Shows where a run's input came from, in the editor that has the file already or else beside the panel. */
export async function revealSource(run: Run, lastColumn: vscode.ViewColumn | undefined): Promise<void> {
	const { source } = run.request;
	const document = source && (await openSource(source));
	if (!document) {
		return;
	}
	const shown = vscode.window.visibleTextEditors.find(editor => editor.document === document);
	const { start, end } = source;
	await vscode.window.showTextDocument(document, {
		viewColumn: shown?.viewColumn ?? lastColumn ?? vscode.ViewColumn.One,
		selection: document.validateRange(new vscode.Range(start.line, start.character, end.line, end.character)),
	});
}
