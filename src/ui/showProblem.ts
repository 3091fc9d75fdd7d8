import * as vscode from 'vscode';
import type { Problem } from '../shared/problem';
import { openRemedy } from './openRemedy';
import { wordProblemWithoutRun } from './wordProblemWithoutRun';

/** Shows a problem of a command, or of what the user pressed, with its remedies as buttons. Cancelled is no problem. */
export async function showProblem(problem: Problem): Promise<void> {
	if (problem.code === 'cancelled') {
		return;
	}
	const { title, explanation, remedies } = wordProblemWithoutRun(problem);
	const pressed = await vscode.window.showErrorMessage(
		`${title} ${explanation}`,
		...remedies.map(remedy => ({ title: remedy.label, remedy })),
	);
	if (pressed) {
		await openRemedy(pressed.remedy);
	}
}
