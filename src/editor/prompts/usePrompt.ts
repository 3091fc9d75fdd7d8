import * as vscode from 'vscode';
import type { Instruction, RunRequest } from '../../inference/runRequest';
import { STAYS_OPEN } from '../../ui/staysOpen';
import { fillPrompt } from './parsePrompt';
import type { Prompt, PromptVariable } from './prompt';

/** What a prompt makes of a run: its words, and all that its file fixes. */
export interface UsedPrompt {
	/** For a chat. */
	readonly instruction?: Instruction;
	/** `owner/name` or `owner/name:provider`. */
	readonly model?: string;
	readonly system?: string;
	readonly parameters?: NonNullable<RunRequest['parameters']>;
}

/** Asks for the prompt's variables. Nothing if the user leaves. In a folder that is not trusted, no prompt chooses a model. */
export async function usePrompt(
	prompt: Prompt,
	editor: vscode.TextEditor | undefined,
): Promise<UsedPrompt | undefined> {
	const document = editor?.document;
	const values: Record<string, string> = {
		file: document?.uri.path.split('/').at(-1) ?? '',
		language: document?.languageId ?? '',
	};
	for (const variable of prompt.variables) {
		const value = await askFor(prompt.title, variable);
		if (value === undefined) {
			return undefined;
		}
		values[variable.name] = value;
	}
	const { title, text, task, model, system, parameters } = prompt;
	return {
		...(task === 'conversational' && { instruction: { title, prompt: fillPrompt(text, values) } }),
		...(model !== undefined && vscode.workspace.isTrusted && { model }),
		...(system !== undefined && { system: fillPrompt(system, values) }),
		...(parameters && { parameters }),
	};
}

async function askFor(
	title: string,
	{ name, description, options, default: fallback }: PromptVariable,
): Promise<string | undefined> {
	const question = description || `What is “${name}”?`;
	if (options.length > 0) {
		const rows = [...options].sort((a, b) => Number(b === fallback) - Number(a === fallback));
		return vscode.window.showQuickPick(rows, { title, placeHolder: question });
	}
	return vscode.window.showInputBox({
		title,
		prompt: question,
		ignoreFocusOut: STAYS_OPEN.holdsInput,
		...(fallback !== undefined && { value: fallback }),
	});
}
