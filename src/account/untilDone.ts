import * as vscode from 'vscode';
import { wordProblemWithoutRun } from '../ui/wordProblemWithoutRun';
import { problemOf } from '../util/problemOf';

/** Does something that would be lost if it failed, and again for as long as the user wants. Throws what it failed with last. */
export async function untilDone<T>(what: string, work: () => Promise<T>): Promise<T> {
	for (;;) {
		try {
			return await work();
		} catch (error) {
			const { title, explanation } = wordProblemWithoutRun(problemOf(error));
			const again = 'Try Again';
			const pressed = await vscode.window.showWarningMessage(
				what,
				{ modal: true, detail: `${title} ${explanation}` },
				again,
			);
			if (pressed !== again) {
				throw error;
			}
		}
	}
}
