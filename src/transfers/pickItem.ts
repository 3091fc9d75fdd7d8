import * as vscode from 'vscode';
import { STAYS_OPEN } from '../ui/staysOpen';

export interface PickQuestion<T extends vscode.QuickPickItem> {
	readonly title: string;
	readonly placeholder: string;
	readonly items: readonly T[];
}

/** One of a few rows; nothing when the question is left. */
export async function pickItem<T extends vscode.QuickPickItem>({
	title,
	placeholder,
	items,
}: PickQuestion<T>): Promise<T | undefined> {
	return vscode.window.showQuickPick(items, {
		title,
		placeHolder: placeholder,
		matchOnDescription: true,
		ignoreFocusOut: STAYS_OPEN.askedFromPage,
	});
}
