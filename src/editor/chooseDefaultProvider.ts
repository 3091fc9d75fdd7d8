import * as vscode from 'vscode';
import type { EditorDeps } from './editorDeps';
import { parseModelChoice } from './modelChoice';
import { pickProvider } from './pickProvider';
import { RunMemory } from './runMemory';

/** Lets the user choose the provider of all runs that name none, looking at the chat model that they use. */
export async function chooseDefaultProvider(deps: EditorDeps): Promise<void> {
	const setting = deps.settings.models.conversational;
	const known =
		setting === undefined
			? new RunMemory(deps.memento).recent('conversational')[0]
			: parseModelChoice(setting);
	const provider = await pickProvider(deps, known?.model, deps.settings.provider);
	if (provider !== undefined) {
		await vscode.workspace
			.getConfiguration('hfWorkbench')
			.update('inference.provider', provider, vscode.ConfigurationTarget.Global);
		vscode.window.setStatusBarMessage(`$(check) Provider: ${provider}`, 3000);
	}
}
