import * as vscode from 'vscode';
import { Disposable } from '../util/disposable';

const SCHEME = 'hf-workbench-answer';

/** Read-only documents that exist only to be compared with: a file as it would be with an answer in it. */
export class AnswerDocuments extends Disposable {
	private readonly contents = new Map<string, string>();
	private count = 0;

	constructor() {
		super();
		this.register(
			vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
				provideTextDocumentContent: uri => this.contents.get(uri.toString()),
			}),
		);
		this.register(
			vscode.workspace.onDidCloseTextDocument(({ uri }) => void this.contents.delete(uri.toString())),
		);
	}

	/** Shows what `document` would be if its whole text were `content`, where the document itself is shown. */
	async showDiff(document: vscode.TextDocument, content: string): Promise<void> {
		// The path is kept, for the language is found by it.
		const uri = vscode.Uri.from({ scheme: SCHEME, path: document.uri.path, query: String(++this.count) });
		this.contents.set(uri.toString(), content);
		const name = document.uri.path.split('/').at(-1) ?? '';
		const shown = vscode.window.visibleTextEditors.find(editor => editor.document === document);
		await vscode.commands.executeCommand('vscode.diff', document.uri, uri, `${name} ↔ With the Answer`, {
			viewColumn: shown?.viewColumn ?? vscode.ViewColumn.One,
		});
	}
}
