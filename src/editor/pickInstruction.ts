import * as vscode from 'vscode';
import { askInstruction } from '../inference/askInstruction';
import { instructions } from '../inference/instructions';
import type { Instruction } from '../inference/runRequest';
import { STAYS_OPEN } from '../ui/staysOpen';
import { loadPrompts } from './prompts/loadPrompts';
import { promptOf, type PromptRow, promptRows } from './prompts/pickPrompt';
import { type UsedPrompt, usePrompt } from './prompts/usePrompt';
import { tellEstimate } from './tellEstimate';

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
 * is the row's label of the last time. `estimate` says what the run will be. Nothing if the user leaves.
 */
export async function pickInstruction(
	last: string | undefined,
	editor: vscode.TextEditor | undefined,
	estimate: Promise<string | undefined>,
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
	const pick = vscode.window.createQuickPick<Row>();
	pick.title = 'Chat';
	pick.ignoreFocusOut = STAYS_OPEN.askedFromPage;
	pick.placeholder = 'What should the model do with the text?';
	pick.items = rows.sort((a, b) => Number(b.label === last) - Number(a.label === last));
	tellEstimate(pick, estimate);
	const picked = await accepted(pick, () => pick.selectedItems[0]);
	const used = picked && (await use(picked, editor, estimate));
	return picked && used?.instruction && { ...used, instruction: used.instruction, label: picked.label };
}

async function use(
	row: Row,
	editor: vscode.TextEditor | undefined,
	estimate: Promise<string | undefined>,
): Promise<UsedPrompt | undefined> {
	if (row.prompt) {
		const prompt = await promptOf(row.prompt);
		return prompt && usePrompt(prompt, editor);
	}
	const instruction = row.instruction ?? (await askForInstruction(estimate));
	return instruction && { instruction };
}

/** Lets the user write the instruction. Nothing if they leave. */
export async function askForInstruction(
	estimate: Promise<string | undefined>,
): Promise<Instruction | undefined> {
	const box = vscode.window.createInputBox();
	box.title = 'Ask';
	box.prompt = 'What do you want to know about the text, or have done with it?';
	box.placeholder = 'Where can this fail?';
	box.ignoreFocusOut = STAYS_OPEN.holdsInput;
	tellEstimate(box, estimate);
	const question = await accepted(box, () => box.value);
	return question === undefined || question.trim() === '' ? undefined : askInstruction(question);
}

/** Shows a list or a box until something is accepted. Nothing if the user leaves. */
async function accepted<T>(
	box: vscode.QuickInput & { readonly onDidAccept: vscode.Event<void> },
	value: () => T,
): Promise<T | undefined> {
	try {
		return await new Promise<T | undefined>(resolve => {
			box.onDidAccept(() => resolve(value()));
			box.onDidHide(() => resolve(undefined));
			box.show();
		});
	} finally {
		box.dispose();
	}
}

/** As much of a prompt as fits a row. */
function firstSentence(prompt: string): string {
	return /^.*?\.(?=\s|$)/s.exec(prompt)?.[0] ?? prompt;
}
