import * as vscode from 'vscode';

/** Says that a picture is larger than a question takes. */
export function refuseLargeImage(name: string): undefined {
	void vscode.window.showWarningMessage(`${name} is larger than 4 MB. Attach a smaller picture.`);
}
