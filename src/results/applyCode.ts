import * as vscode from 'vscode';
import type { InputSource } from '../inference/runRequest';
import type { AnswerDocuments } from './answerDocuments';
import { openSource } from './openSource';
import { fitted, withAnswer } from './replacement';
import type { Run } from './run';

/**
 * Shows a block of code in the place of the passage that the conversation is about; without one, in the place of what is
 * selected in the editor, or where its cursor is. Nothing is changed before the user applies the comparison.
 */
export async function applyCode(
	code: string,
	conversation: readonly Run[],
	editor: vscode.TextEditor | undefined,
	answers: AnswerDocuments,
): Promise<void> {
	const about = conversation.findLast(({ request }) => request.source !== undefined)?.request;
	if (about?.source) {
		const document = await openSource(about.source);
		if (document) {
			const offsets = offsetsOf(document, about.source);
			const answer = fitted({ kind: 'code', text: code }, about.text);
			await answers.showDiff(document, withAnswer(document.getText(), about.text, offsets, answer));
		}
		return;
	}
	if (!editor) {
		void vscode.window.showWarningMessage('Open the file that the code is for, and select what it replaces.');
		return;
	}
	const { document, selection } = editor;
	const offsets = { start: document.offsetAt(selection.start), end: document.offsetAt(selection.end) };
	const replaced = document.getText(selection);
	const text = document.getText();
	const answer = fitted({ kind: 'code', text: code }, replaced);
	await answers.showDiff(document, text.slice(0, offsets.start) + answer + text.slice(offsets.end));
}

function offsetsOf(
	document: vscode.TextDocument,
	{ start, end }: InputSource,
): { readonly start: number; readonly end: number } {
	const range = document.validateRange(
		new vscode.Range(start.line, start.character, end.line, end.character),
	);
	return { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
}
