import * as vscode from 'vscode';
import { parseRepoFolder } from '../hub/transfers/upload/parseRepoFolder';
import type { UploadSource } from '../hub/transfers/upload/uploadPlan';

/** Asks where in the repo an upload goes, `''` for the root; nothing where that is left. */
export async function askRepoFolder({ repo, into }: UploadSource): Promise<string | undefined> {
	const text = await vscode.window.showInputBox({
		title: `Upload to ${repo.id}: Folder`,
		prompt:
			'The folder of the repo that all of it goes to; it is made where there is none. Empty for the root.',
		placeHolder: 'such as onnx/quantized',
		value: into ?? '',
		ignoreFocusOut: true,
		validateInput: value =>
			parseRepoFolder(value.trim()) === undefined ? 'This is not a folder of a repo.' : undefined,
	});
	return text === undefined ? undefined : parseRepoFolder(text.trim());
}
