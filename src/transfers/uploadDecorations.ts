import type * as vscode from 'vscode';

/** What the query of a row's address begins with, before the words. */
const MARK = 'hfWorkbench.upload=';

/**
 * What is said of a file's row when the pointer rests on it. The editor shows no tooltip that a row of the Source Control view
 * has, but what decorates its file; so the words are in its address, by which no other view knows the file.
 */
export class UploadDecorations implements vscode.FileDecorationProvider {
	/** The address of a row about a file. */
	static uri(file: vscode.Uri, words: string): vscode.Uri {
		return file.with({ query: MARK + words });
	}

	provideFileDecoration({ query }: vscode.Uri): vscode.FileDecoration | undefined {
		return query.startsWith(MARK) ? { tooltip: query.slice(MARK.length) } : undefined;
	}
}
