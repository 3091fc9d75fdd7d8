import * as vscode from 'vscode';
import type { FileInput } from '../inference/inputs/inputValue';
import type { Material } from './material';
import { readDocument } from './readDocument';

/** A file of the Explorer's: a picture or a sound as it is, anything else as the text that is in it. */
export async function readFileMaterial(
	uri: vscode.Uri,
	media: FileInput | undefined,
): Promise<Material | undefined> {
	if (media) {
		return { kind: 'file', file: media };
	}
	return readDocument(await vscode.workspace.openTextDocument(uri));
}
