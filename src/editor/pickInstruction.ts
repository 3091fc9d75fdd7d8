import * as vscode from 'vscode';
import { askInstruction } from '../inference/askInstruction';
import { instructions } from '../inference/instructions';
import type { Instruction } from '../inference/runRequest';

/** What stands for the instruction that the user writes. */
const ASK = 'Ask…';

/** Asks what a chat model should do with the text; `last` is the row's label of the last time. Nothing if the user leaves. */
export async function pickInstruction(
	last: string | undefined,
): Promise<{ readonly label: string; readonly instruction: Instruction } | undefined> {
	const rows = [
		...instructions.map(instruction => ({
			label: instruction.title,
			detail: firstSentence(instruction.prompt),
			instruction,
		})),
		{ label: ASK, detail: 'Ask or tell the model anything about the text.', instruction: undefined },
	];
	const picked = await vscode.window.showQuickPick(
		rows.sort((a, b) => Number(b.label === last) - Number(a.label === last)),
		{ title: 'Chat', placeHolder: 'What should the model do with the text?' },
	);
	const instruction = picked && (picked.instruction ?? (await askForInstruction()));
	return picked && instruction && { label: picked.label, instruction };
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
