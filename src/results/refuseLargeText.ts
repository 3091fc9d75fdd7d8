import * as vscode from 'vscode';

/** Says that a text is larger than a question takes. */
export function refuseLargeText(name: string): undefined {
	void vscode.window.showWarningMessage(
		`${name} is larger than 1 MB. Select the part that matters and attach that.`,
	);
}
