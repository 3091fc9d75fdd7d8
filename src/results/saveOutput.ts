import * as vscode from 'vscode';
import type { KeptOutput } from '../shared/output';
import { askWhereToSave } from './askWhereToSave';
import { fileName } from './fileName';
import { outputFile } from './outputFile';

/** Saves an answer as text where the user says, in the format that fits. */
export async function saveOutput(output: KeptOutput, title: string): Promise<void> {
	const { extension, text } = outputFile(output);
	const target = await askWhereToSave(fileName(title, extension));
	if (target) {
		await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
		vscode.window.setStatusBarMessage('$(check) Saved', 2000);
	}
}
