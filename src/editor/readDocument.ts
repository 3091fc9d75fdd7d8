import type * as vscode from 'vscode';
import type { Material } from './material';
import { withoutTokens } from './withoutTokens';

/** All of a document: a file, or a cell of a notebook. Nothing if the user leaves. */
export async function readDocument(document: vscode.TextDocument): Promise<Material | undefined> {
	const text = document.getText();
	const end = document.positionAt(text.length);
	const { uri, languageId } = document;
	const input = await withoutTokens({
		text,
		parts: [text],
		source: {
			uri: uri.toString(),
			fileName: uri.path.split('/').at(-1) ?? uri.path,
			languageId,
			start: { line: 0, character: 0 },
			end: { line: end.line, character: end.character },
		},
	});
	return input && { kind: 'text', input };
}
