import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';

/** A file on disk that is open in an editor; unlike an untitled document, it can be closed without a question. */
export class TextFile {
	private constructor(
		private readonly folder: string,
		readonly editor: vscode.TextEditor,
	) {}

	/** In the first column, by that name. */
	static async open(name: string, content: string): Promise<TextFile> {
		const folder = await mkdtemp(join(tmpdir(), 'hf-workbench-text-'));
		await writeFile(join(folder, name), content);
		const document = await vscode.workspace.openTextDocument(vscode.Uri.file(join(folder, name)));
		return new TextFile(folder, await vscode.window.showTextDocument(document, vscode.ViewColumn.One));
	}

	get document(): vscode.TextDocument {
		return this.editor.document;
	}

	selectAll(): void {
		const end = this.document.positionAt(this.document.getText().length);
		this.editor.selection = new vscode.Selection(new vscode.Position(0, 0), end);
	}

	/** Drops what was typed and closes every editor. */
	async close(): Promise<void> {
		await vscode.window.showTextDocument(this.document);
		await vscode.commands.executeCommand('workbench.action.files.revert');
		await vscode.commands.executeCommand('workbench.action.closeAllEditors');
		await rm(this.folder, { recursive: true, force: true });
	}
}
