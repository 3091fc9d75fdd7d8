import * as vscode from 'vscode';
import type { Task } from '../shared/task';
import type { EditorDeps } from './editorDeps';
import { mainKind } from './mainKind';
import type { Material } from './material';
import { readDocument } from './readDocument';
import { readEditor } from './readEditor';
import { withoutTokens } from './withoutTokens';

/**
 * What the user looks at, for a task or for whichever fits: the picture or the sound in the tab in front, else the text editor's
 * selection. Nothing if the user leaves, or where only words can tell what is missing.
 */
export async function readMaterial(deps: EditorDeps, task: Task | undefined): Promise<Material | undefined> {
	const kind = task && mainKind(task);
	if (kind === 'image' || kind === 'audio') {
		const file = deps.currentFile(kind);
		return file ? { kind: 'file', file } : { kind: 'none' };
	}
	const shown = kind === undefined ? deps.currentFile() : undefined;
	if (shown) {
		return { kind: 'file', file: shown };
	}
	const cell = selectedCell();
	if (cell) {
		return readDocument(cell);
	}
	const editor = deps.currentEditor();
	if (editor) {
		const input = await readEditor(editor, kind === 'table');
		const clean = input && (await withoutTokens(input));
		return clean && { kind: 'text', input: clean };
	}
	if (task === 'conversational') {
		void vscode.window.showWarningMessage('Open a file and select some text to run a model on.');
		return undefined;
	}
	return { kind: 'none' };
}

/** The cell of a notebook that is chosen as a whole; while it is written in, it is the text editor. */
function selectedCell(): vscode.TextDocument | undefined {
	const { activeTextEditor, activeNotebookEditor } = vscode.window;
	if (activeTextEditor || !activeNotebookEditor) {
		return undefined;
	}
	const { notebook, selection } = activeNotebookEditor;
	return notebook.cellCount > selection.start ? notebook.cellAt(selection.start).document : undefined;
}
