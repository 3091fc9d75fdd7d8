import * as vscode from 'vscode';
import type { ListKind } from './listKind';
import type { RowTarget } from './rowTarget';

/** Asks first of which kind, then by `choose` which one. Nothing if the user leaves. */
export async function chooseOfKind(
	choose: (kind: ListKind, title: string) => Promise<RowTarget | undefined>,
	title: string,
): Promise<RowTarget | undefined> {
	const kinds: ReadonlyArray<vscode.QuickPickItem & { readonly of: ListKind }> = [
		{ label: 'Model', iconPath: new vscode.ThemeIcon('package'), of: 'model' },
		{ label: 'Dataset', iconPath: new vscode.ThemeIcon('database'), of: 'dataset' },
		{ label: 'Space', iconPath: new vscode.ThemeIcon('rocket'), of: 'space' },
		{ label: 'Collection', iconPath: new vscode.ThemeIcon('folder-library'), of: 'collection' },
	];
	const picked = await vscode.window.showQuickPick(kinds, { title });
	return picked && choose(picked.of, title);
}
