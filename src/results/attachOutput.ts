import type * as vscode from 'vscode';
import type { KeptOutput } from '../shared/output';
import { attachToDocument } from './attachToDocument';
import { createFile } from './createFile';
import { outputFile } from './outputFile';

/** Puts an answer as a text file, in the format that fits, beside the document that is edited, which then points to it. */
export async function attachOutput(
	output: KeptOutput,
	title: string,
	editor: vscode.TextEditor | undefined,
): Promise<void> {
	const file = outputFile(output);
	if (file) {
		const { extension, text } = file;
		const put = (target: vscode.Uri) => createFile(target, new TextEncoder().encode(text));
		await attachToDocument({ extension, mimeType: 'text/plain', put }, title, editor);
	}
}
