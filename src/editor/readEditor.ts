import * as vscode from 'vscode';
import type { InputSource, TextPosition } from '../inference/runRequest';
import { chooseInput } from './chooseInput';
import { pickPassage } from './pickPassage';

/** A text to run on, and where it came from. */
export interface Input {
	readonly text: string;
	readonly source?: InputSource;
}

/** The editor's selection, or what the user chooses instead. Nothing if they leave, or if there is nothing to run on. */
export async function readEditor(editor: vscode.TextEditor | undefined): Promise<Input | undefined> {
	if (!editor) {
		void vscode.window.showWarningMessage('Open a file and select some text to run a model on.');
		return undefined;
	}
	const { document, selection, selections } = editor;
	const fileName = document.uri.path.split('/').at(-1) ?? document.uri.path;
	const choice = chooseInput({
		fileName,
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
	const kind = choice.type === 'use' ? only?.kind : (await pickPassage(passages))?.kind;
	const passage = placed.find(one => one.kind === kind);
	return (
		passage && {
			text: passage.text,
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

function plain({ line, character }: vscode.Position): TextPosition {
	return { line, character };
}
