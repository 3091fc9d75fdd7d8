import type * as vscode from 'vscode';
import type { FileInput } from '../inference/inputs/inputValue';
import { fileMimeType } from '../util/fileMimeType';

/** The picture or the sound that an address is of; nothing if its name is of neither. */
export function fileOf(uri: vscode.Uri): FileInput | undefined {
	const name = uri.path.split('/').at(-1) ?? '';
	const mimeType = fileMimeType(name);
	return mimeType === undefined ? undefined : { uri: uri.toString(), name, mimeType };
}
