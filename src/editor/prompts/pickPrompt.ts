import * as vscode from 'vscode';
import { loadPrompts, type PromptFile } from './loadPrompts';
import type { Prompt } from './prompt';

export type PromptRow = vscode.QuickPickItem & { readonly file: PromptFile };

/** Prompts as rows of a list; a file that is no prompt is there too, with the reason, and opens when it is chosen. */
export function promptRows(files: readonly PromptFile[]): readonly PromptRow[] {
	return files.map(file => {
		const { uri, reading } = file;
		const name = uri.path.split('/').at(-1) ?? '';
		return 'prompt' in reading
			? {
					label: `$(bookmark) ${reading.prompt.title}`,
					description: reading.prompt.model ?? '',
					detail: reading.prompt.description || (reading.prompt.text.split('\n', 1)[0] ?? ''),
					file,
				}
			: { label: `$(warning) ${name}`, detail: reading.error, file };
	});
}

/** The prompt of a row; a file that is none is opened, and the answer is nothing. */
export async function promptOf({ file: { uri, reading } }: PromptRow): Promise<Prompt | undefined> {
	if ('prompt' in reading) {
		return reading.prompt;
	}
	await vscode.window.showTextDocument(uri);
	return undefined;
}

/** Lets the user choose one of the folder's prompts. Nothing if they leave. */
export async function pickPrompt(): Promise<Prompt | undefined> {
	const files = await loadPrompts();
	const create = 'Create Prompt…';
	if (files.length === 0) {
		const pressed = await vscode.window.showInformationMessage(
			'This folder has no prompts yet. They are Markdown files in .hf/prompts.',
			create,
		);
		if (pressed === create) {
			await vscode.commands.executeCommand('hfWorkbench.createPrompt');
		}
		return undefined;
	}
	const row = await vscode.window.showQuickPick(promptRows(files), {
		title: 'Run Prompt',
		placeHolder: 'Which prompt?',
		matchOnDetail: true,
	});
	return row && promptOf(row);
}
