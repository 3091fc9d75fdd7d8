import * as vscode from 'vscode';
import type { TextPosition } from '../inference/runRequest';
import { chooseInput } from './chooseInput';
import type { Input } from './material';
import { pickPassage } from './pickPassage';

/** The scheme of a notebook's cells. */
const CELL = 'vscode-notebook-cell';

/**
 * The editor's selection, or what the user chooses instead; `preferWhole`: without a selection, all of the document. Nothing if they
 * leave, or if there is nothing to run on.
 */
export async function readEditor(
	editor: vscode.TextEditor,
	preferWhole: boolean,
): Promise<Input | undefined> {
	const { document, selection, selections } = editor;
	const fileName = document.uri.path.split('/').at(-1) ?? document.uri.path;
	const choice = chooseInput({
		fileName,
		isCell: document.uri.scheme === CELL,
		text: document.getText(),
		selections: selections.map(({ start, end }) => ({
			start: document.offsetAt(start),
			end: document.offsetAt(end),
		})),
		cursor: document.offsetAt(selection.active),
	});
	if (choice.type === 'refuse') {
		void vscode.window.showWarningMessage(choice.why);
		return undefined;
	}
	// Positions are those of the text that was read: the user may type on while the pick list is open.
	const passages = choice.type === 'use' ? [choice.passage] : choice.passages;
	const placed = passages.map(passage => ({
		...passage,
		from: plain(document.positionAt(passage.start)),
		to: plain(document.positionAt(passage.end)),
	}));
	const [only] = placed;
	const kind =
		choice.type === 'use' || passages.length === 1
			? only?.kind
			: preferWhole
				? passages.at(-1)?.kind
				: (await pickPassage(passages))?.kind;
	const passage = placed.find(one => one.kind === kind);
	return (
		passage && {
			text: passage.text,
			parts: passage.parts,
			...headerOf(document, passage.start),
			source: {
				uri: document.uri.toString(),
				fileName,
				languageId: document.languageId,
				start: passage.from,
				end: passage.to,
				...(passage.joined && { inexact: true }),
			},
		}
	);
}

/** Rows out of the midst of a file of values have their names at its top. */
function headerOf(document: vscode.TextDocument, start: number): Pick<Input, 'header'> {
	return start > 0 && /\.[ct]sv$/i.test(document.fileName) ? { header: document.lineAt(0).text } : {};
}

function plain({ line, character }: vscode.Position): TextPosition {
	return { line, character };
}
