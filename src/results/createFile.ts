import { type FileHandle, open, rm } from 'node:fs/promises';
import * as vscode from 'vscode';

/** Writes a file where none is. Answers whether there was none: what is there, or has been made meanwhile, stays as it is. */
export async function createFile(target: vscode.Uri, bytes: Uint8Array): Promise<boolean> {
	if (target.scheme === 'file') {
		return createOnDisk(target.fsPath, bytes);
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

async function createOnDisk(file: string, bytes: Uint8Array): Promise<boolean> {
	let made: FileHandle;
	try {
		made = await open(file, 'wx');
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'EEXIST') {
			return false;
		}
		throw error;
	}
	try {
		await made.writeFile(bytes).finally(() => made.close());
	} catch (error) {
		// What there is of it would be taken for the whole, and keep its name from the next attempt.
		await rm(file, { force: true }).catch(() => undefined);
		throw error;
	}
	return true;
}
