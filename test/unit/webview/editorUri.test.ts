import assert from 'node:assert/strict';
import { editorUri } from '../../../src/webview/editorUri';

describe('editorUri', () => {
	const rows: ReadonlyArray<readonly [address: string, uri: string | undefined]> = [
		[
			'https://file%2B.vscode-resource.vscode-cdn.net/home/ada/runs/a%20b/0.png',
			'file:///home/ada/runs/a%20b/0.png',
		],
		['https://file+.vscode-resource.vscode-cdn.net/c%3A/Users/0.png', 'file:///c%3A/Users/0.png'],
		[
			'https://vscode-remote%2Bssh-002dremote-002bbox.vscode-resource.vscode-cdn.net/srv/0.wav',
			'vscode-remote://ssh-remote+box/srv/0.wav',
		],
		[
			'https://vscode-remote+127-002e0-002e0-002e1-003a8000.vscode-resource.vscode-cdn.net/0.png',
			'vscode-remote://127.0.0.1:8000/0.png',
		],
		['https://example.org/0.png', undefined],
		['http://127.0.0.1:4000/media/0.png', undefined],
		['/media/0.png', undefined],
	];
	for (const [address, uri] of rows) {
		it(`of ${address} is ${uri ?? 'not known'}`, () => assert.equal(editorUri(address), uri));
	}
});
