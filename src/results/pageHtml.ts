import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import { pageDocument } from './pageDocument';

/** The document of the results panel, with the addresses that the panel's own web view gives to the built files. */
export function pageHtml(webview: vscode.Webview, extensionUri: vscode.Uri): string {
	const asset = (name: string) =>
		webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, 'dist', name)).toString();
	return pageDocument({
		source: webview.cspSource,
		script: asset('page.js'),
		styles: asset('page.css'),
		nonce: randomUUID(),
	});
}
