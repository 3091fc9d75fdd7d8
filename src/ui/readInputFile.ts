import * as vscode from 'vscode';
import type { ReadFile } from '../inference/inputs/loadInputs';

/** Reads what any address names that the editor can read. */
export const readInputFile: ReadFile = async (address, most) => {
	const uri = vscode.Uri.parse(address, true);
	const { size } = await vscode.workspace.fs.stat(uri);
	return size > most ? { size } : vscode.workspace.fs.readFile(uri);
};
