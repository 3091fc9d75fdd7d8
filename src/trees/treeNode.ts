import type * as vscode from 'vscode';

/** One row of a tree: what it looks like, what is below it, and what happens when it is clicked. */
export interface TreeNode {
	/** Unique in its tree and the same after a refresh, so that the editor keeps what is expanded and selected. */
	readonly id: string;
	item(): vscode.TreeItem;
	/** The card of the row, made when the pointer rests on it: thousands of rows have one, and few are looked at. */
	tooltip?(): vscode.MarkdownString;
	/**
	 * Asked for when the row is expanded, and again once it has been waited for too long: what was loaded is then there at
	 * once. A problem that it throws is shown as a row. Absent for a leaf.
	 */
	children?(): Promise<readonly TreeNode[]>;
	/** Forgets what was loaded for `children`, and ends the loading of it. */
	reset?(): void;
	/** What a click or Enter does. */
	open?(): unknown;
	/** Lets go of what is being loaded for it. */
	dispose?(): void;
}
