import type * as vscode from 'vscode';

/** One row of a tree; the trees of the sidebar take it as it is. */
export interface Row {
	/** Unique in its tree and the same after a refresh. */
	readonly id: string;
	item(): vscode.TreeItem;
	children?(): Promise<readonly Row[]>;
}
