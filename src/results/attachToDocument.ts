import * as vscode from 'vscode';
import { fileName } from './fileName';
import { insertAtCursor } from './insertAtCursor';
import { mediaReference } from './mediaReference';

/** Names that are tried before it is given up to find one that is free. */
const MOST_NAMES = 1_000;

/** A file that an answer becomes; `extension` without the dot. */
export interface AttachedFile {
	readonly extension: string;
	readonly mimeType: string;
	/** Writes it to a place; answers with false, and writes nothing, where something is. */
	put(target: vscode.Uri): Thenable<boolean>;
}

/** Puts a file beside the document that is edited, under a name that is free, and points to it where the cursor is. */
export async function attachToDocument(
	file: AttachedFile,
	title: string,
	editor: vscode.TextEditor | undefined,
): Promise<void> {
	const folder = editor && folderOf(editor.document);
	if (!folder) {
		void vscode.window.showWarningMessage('Open a file that is saved in a folder to attach the answer to.');
		return;
	}
	const name = await putUnderFreeName(folder, file, fileName(title, file.extension));
	await insertAtCursor(mediaReference(editor.document.languageId, file.mimeType, name, title), editor);
}

/** The folder that a document is in; for a cell, that of its notebook. */
function folderOf({ uri, isUntitled }: vscode.TextDocument): vscode.Uri | undefined {
	if (isUntitled) {
		return vscode.workspace.workspaceFolders?.[0]?.uri;
	}
	const notebook = vscode.workspace.notebookDocuments.find(one =>
		one.getCells().some(({ document }) => document.uri.toString() === uri.toString()),
	);
	return vscode.Uri.joinPath(notebook?.uri ?? uri, '..');
}

/** Answers with the name that was free. */
async function putUnderFreeName(folder: vscode.Uri, file: AttachedFile, name: string): Promise<string> {
	const [stem = '', extension = ''] = name.split('.');
	for (let count = 1; count < MOST_NAMES; count++) {
		const tried = count === 1 ? name : `${stem}-${count}.${extension}`;
		if (await file.put(vscode.Uri.joinPath(folder, tried))) {
			return tried;
		}
	}
	throw new Error(`There are too many files named ${name}.`);
}
