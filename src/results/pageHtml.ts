import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';

/**
 * The page's frame. All that it shows arrives in messages, so nothing but the nonce and addresses of our own files is
 * ever written into it. The policy lets it load those and nothing else: no inline style, no remote image, no connection.
 */
export function pageHtml(webview: vscode.Webview, extensionUri: vscode.Uri): string {
	const asset = (name: string) =>
		webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, 'dist', name)).toString();
	const nonce = randomUUID();
	const policy = [
		`default-src 'none'`,
		`script-src 'nonce-${nonce}'`,
		`style-src ${webview.cspSource}`,
		`font-src ${webview.cspSource}`,
	].join('; ');
	return /* html */ `<!DOCTYPE html>
<html lang="en">
<head>
	<meta charset="utf-8">
	<meta http-equiv="Content-Security-Policy" content="${policy}">
	<meta name="viewport" content="width=device-width, initial-scale=1">
	<title>Hugging Face Results</title>
	<link rel="stylesheet" href="${asset('page.css')}">
</head>
<body>
	<script nonce="${nonce}" src="${asset('page.js')}"></script>
</body>
</html>`;
}
