import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import { pageDocument } from './pageDocument';

/** A page of ours: `name` is that of its bundle, `dist/{name}.js` with its styles beside it. */
export interface PageFiles {
	readonly name: string;
	readonly title: string;
	/** A folder with files for the page to show. */
	readonly media?: vscode.Uri;
}

/** The document of a page, with the addresses that its own web view gives to the built files. */
export function pageHtml(
	webview: vscode.Webview,
	extensionUri: vscode.Uri,
	{ name, title, media }: PageFiles,
): string {
	const asset = (file: string) =>
		webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, 'dist', file)).toString();
	return pageDocument({
		title,
		source: webview.cspSource,
		script: asset(`${name}.js`),
		styles: asset(`${name}.css`),
		nonce: randomUUID(),
		media: media && webview.asWebviewUri(media).toString(),
	});
}
