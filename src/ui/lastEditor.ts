import * as vscode from 'vscode';
import { Disposable } from '../util/disposable';

/** The text editor that the user was in last: there is no active one while the results panel or a view has the focus. */
export class LastEditor extends Disposable {
	private last = vscode.window.activeTextEditor;

	constructor() {
		super();
		this.register(
			vscode.window.onDidChangeActiveTextEditor(editor => {
				this.last = editor ?? this.last;
			}),
		);
	}

	/** Nothing if its document was closed; the same document in another editor will do. */
	get current(): vscode.TextEditor | undefined {
		const { activeTextEditor, visibleTextEditors } = vscode.window;
		const { last } = this;
		return (
			activeTextEditor ??
			visibleTextEditors.find(editor => editor === last) ??
			visibleTextEditors.find(editor => editor.document === last?.document)
		);
	}
}
