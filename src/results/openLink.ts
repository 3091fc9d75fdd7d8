import * as vscode from 'vscode';
import { isWebLink } from './isWebLink';

/** Opens a link that a model wrote: only to the web, and only after the editor's own question whether to trust the site. */
export async function openLink(href: string): Promise<void> {
	if (isWebLink(href)) {
		await vscode.env.openExternal(vscode.Uri.parse(href, true));
	} else {
		void vscode.window.showWarningMessage('Only links to web pages can be opened.');
	}
}
