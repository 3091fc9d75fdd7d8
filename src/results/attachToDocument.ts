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
	/** Writes it to a place where nothing is yet. */
	put(target: vscode.Uri): Thenable<void>;
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
	const target = await freePlace(folder, fileName(title, file.extension));
	await file.put(target);
	const name = target.path.split('/').at(-1) ?? '';
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

async function freePlace(folder: vscode.Uri, name: string): Promise<vscode.Uri> {
	const [stem = '', extension = ''] = name.split('.');
	for (let count = 1; count < MOST_NAMES; count++) {
		const place = vscode.Uri.joinPath(folder, count === 1 ? name : `${stem}-${count}.${extension}`);
		try {
			await vscode.workspace.fs.stat(place);
		} catch {
			return place;
		}
	}
	throw new Error(`There are too many files named ${name}.`);
}
