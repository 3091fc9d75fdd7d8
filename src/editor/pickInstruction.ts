import * as vscode from 'vscode';
import { askInstruction } from '../inference/askInstruction';
import { instructions } from '../inference/instructions';
import type { Instruction } from '../inference/runRequest';
import { loadPrompts } from './prompts/loadPrompts';
import { promptOf, type PromptRow, promptRows } from './prompts/pickPrompt';
import { type UsedPrompt, usePrompt } from './prompts/usePrompt';

/** What stands for the instruction that the user writes. */
const ASK = 'Ask…';

/** What was chosen: the row's label, and the instruction with all that a prompt of the user's own fixes beside it. */
export type InstructionChoice = UsedPrompt & {
	readonly label: string;
	readonly instruction: Instruction;
};

type Row = vscode.QuickPickItem & {
	readonly instruction: Instruction | undefined;
	readonly prompt?: PromptRow;
};

/**
 * Asks what a chat model should do with the text: one of ours, one of the folder's prompts, or what the user writes. `last`
 * is the row's label of the last time. Nothing if the user leaves.
 */
export async function pickInstruction(
	last: string | undefined,
	editor: vscode.TextEditor | undefined,
): Promise<InstructionChoice | undefined> {
	const own = promptRows(await loadPrompts()).filter(
		({ file: { reading } }) => 'error' in reading || reading.prompt.task === 'conversational',
	);
	const rows: Row[] = [
		...instructions.map(instruction => ({
			label: instruction.title,
			detail: firstSentence(instruction.prompt),
			instruction,
		})),
		...own.map(row => ({ ...row, instruction: undefined, prompt: row })),
		{ label: ASK, detail: 'Ask or tell the model anything about the text.', instruction: undefined },
	];
	const picked = await vscode.window.showQuickPick(
		rows.sort((a, b) => Number(b.label === last) - Number(a.label === last)),
		{ title: 'Chat', placeHolder: 'What should the model do with the text?' },
	);
	const used = picked && (await use(picked, editor));
	return picked && used?.instruction && { ...used, instruction: used.instruction, label: picked.label };
}

async function use(row: Row, editor: vscode.TextEditor | undefined): Promise<UsedPrompt | undefined> {
	if (row.prompt) {
		const prompt = await promptOf(row.prompt);
		return prompt && usePrompt(prompt, editor);
	}
	const instruction = row.instruction ?? (await askForInstruction());
	return instruction && { instruction };
}

/** Lets the user write the instruction. Nothing if they leave. */
export async function askForInstruction(): Promise<Instruction | undefined> {
	const question = await vscode.window.showInputBox({
		title: 'Ask',
		prompt: 'What do you want to know about the text, or have done with it?',
		placeHolder: 'Where can this fail?',
		ignoreFocusOut: true,
	});
	return question === undefined || question.trim() === '' ? undefined : askInstruction(question);
}

/** As much of a prompt as fits a row. */
function firstSentence(prompt: string): string {
	return /^.*?\.(?=\s|$)/s.exec(prompt)?.[0] ?? prompt;
}
