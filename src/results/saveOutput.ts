import * as vscode from 'vscode';
import type { KeptOutput } from '../shared/output';
import { askWhereToSave } from './askWhereToSave';
import { fileName } from './fileName';
import { outputFile } from './outputFile';

/** Saves an answer as text where the user says, in the format that fits. */
export async function saveOutput(output: KeptOutput, title: string): Promise<void> {
	const file = outputFile(output);
	const target = file && (await askWhereToSave(fileName(title, file.extension)));
	if (target) {
		await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(file.text));
		vscode.window.setStatusBarMessage('$(check) Saved', 2000);
	}
}
