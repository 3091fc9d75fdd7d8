import * as vscode from 'vscode';
import { PROMPTS } from './loadPrompts';

const TEMPLATE = (title: string) => `---
title: ${JSON.stringify(title)}
description: One sentence for the list
# task: conversational # of any other task, the text below is but a note
# model: owner/name, or owner/name:provider
# system: Who the model is and how it answers
parameters:
  temperature: 0.2
variables:
  reader:
    description: Who is going to read the answer?
    options: [a beginner, a colleague, an expert]
    default: a colleague
---
Explain this passage of {{file}} to {{reader}}. The selection follows this text by itself.
`;

/** Asks for a name, and opens a new prompt that says itself what can be in it. One that is there already is opened as it is. */
export async function createPrompt(): Promise<void> {
	const [folder, ...others] = vscode.workspace.workspaceFolders ?? [];
	const chosen = others.length > 0 ? await vscode.window.showWorkspaceFolderPick() : folder;
	if (!chosen) {
		if (!folder) {
			void vscode.window.showWarningMessage('Open a folder first: prompts are kept in its .hf/prompts.');
		}
		return;
	}
	const title = await vscode.window.showInputBox({
		title: 'Create Prompt',
		prompt: 'A name for the prompt',
		placeHolder: 'Explain for…',
		validateInput: value => (fileName(value) === '' ? 'The name needs a letter or a digit.' : undefined),
	});
	if (title === undefined) {
		return;
	}
	const uri = vscode.Uri.joinPath(chosen.uri, PROMPTS, `${fileName(title)}.md`);
	if (!(await exists(uri))) {
		await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(TEMPLATE(title.trim())));
	}
	await vscode.window.showTextDocument(uri);
}

/** Letters, digits and dashes of a title. */
function fileName(title: string): string {
	return title
		.trim()
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, '-')
		.replace(/^-+|-+$/g, '');
}

async function exists(uri: vscode.Uri): Promise<boolean> {
	try {
		await vscode.workspace.fs.stat(uri);
		return true;
	} catch {
		return false;
	}
}
