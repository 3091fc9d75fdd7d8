import { writeFile } from 'node:fs/promises';
import * as vscode from 'vscode';

/** Writes a file where none is. Answers whether there was none: what is there, or has been made meanwhile, stays as it is. */
export async function createFile(target: vscode.Uri, bytes: Uint8Array): Promise<boolean> {
	if (target.scheme === 'file') {
		return writeFile(target.fsPath, bytes, { flag: 'wx' }).then(
			() => true,
			(error: unknown) => {
				if (error instanceof Error && 'code' in error && error.code === 'EEXIST') {
					return false;
				}
				throw error;
			},
		);
	}
	// The editor has no way to ask this of another file system.
	const isThere = await vscode.workspace.fs.stat(target).then(
		() => true,
		() => false,
	);
	if (!isThere) {
		await vscode.workspace.fs.writeFile(target, bytes);
	}
	return !isThere;
}
