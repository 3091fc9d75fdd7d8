import * as vscode from 'vscode';
import type { KeptOutput } from '../shared/output';
import { asDocument } from './candidates';
import { languageOfFence } from './languageOfFence';

/** Opens an output as a new document, in the language that it is written in. */
export async function openAnswer(output: KeptOutput, column: vscode.ViewColumn | undefined): Promise<void> {
	const { text, language, isMarkdown } = asDocument(output);
	const document = await vscode.workspace.openTextDocument({
		content: text,
		language: isMarkdown ? 'markdown' : languageOfFence(language, await vscode.languages.getLanguages()),
	});
	await vscode.window.showTextDocument(document, column ?? vscode.ViewColumn.One);
}
