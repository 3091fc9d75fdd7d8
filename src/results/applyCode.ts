import * as vscode from 'vscode';
import type { InputSource } from '../inference/runRequest';
import type { AnswerDocuments } from './answerDocuments';
import type { Offsets } from './offsets';
import { openSource } from './openSource';
import { placeInSource } from './placeInSource';
import { fitted } from './replacement';
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
		await applyToSource(code, about.text, about.source, editor, answers);
		return;
	}
	if (!editor) {
		void vscode.window.showWarningMessage('Open the file that the code is for, and select what it replaces.');
		return;
	}
	const { document, selection } = editor;
	await showInPlace(code, document, offsetsOf(document, selection), answers);
}

/** In the passage that was asked about; where it is not known what of it is meant, the user is told, and nothing is shown. */
async function applyToSource(
	code: string,
	text: string,
	source: InputSource,
	editor: vscode.TextEditor | undefined,
	answers: AnswerDocuments,
): Promise<void> {
	const document = await openSource(source);
	if (!document) {
		return;
	}
	const { start, end } = source;
	const place = placeInSource({
		document: document.getText(),
		text,
		range: offsetsOf(document, new vscode.Range(start.line, start.character, end.line, end.character)),
		isInexact: source.inexact === true,
		selected: editor?.document === document ? editor.selections.map(range => offsetsOf(document, range)) : [],
	});
	if (place) {
		await showInPlace(code, document, place, answers);
		return;
	}
	const open = `Open ${source.fileName}`;
	const pressed = await vscode.window.showWarningMessage(
		`What was asked about is not in one piece in ${source.fileName}, so it is not known what this code replaces. Select that there, and apply it again.`,
		open,
	);
	if (pressed === open) {
		const shown = vscode.window.visibleTextEditors.find(one => one.document === document);
		await vscode.window.showTextDocument(document, shown?.viewColumn ?? editor?.viewColumn);
	}
}

async function showInPlace(
	code: string,
	document: vscode.TextDocument,
	{ start, end }: Offsets,
	answers: AnswerDocuments,
): Promise<void> {
	const text = document.getText();
	const answer = fitted({ kind: 'code', text: code }, text.slice(start, end));
	await answers.showDiff(document, text.slice(0, start) + answer + text.slice(end));
}

/** As far as the document still reaches. */
function offsetsOf(document: vscode.TextDocument, range: vscode.Range): Offsets {
	const { start, end } = document.validateRange(range);
	return { start: document.offsetAt(start), end: document.offsetAt(end) };
}
