import type { FinishedRun } from '../api';
import type { EditorDeps } from './editorDeps';
import { RunQuestions, type Wish } from './runQuestions';

/** Runs what `wish` says, after asking for the rest. Nothing if the user leaves a question unanswered. */
export async function runOnSelection(deps: EditorDeps, wish: Wish): Promise<FinishedRun | undefined> {
	const asking = new RunQuestions(deps).request(wish);
	// By now the first question, if there is one, is on its way to the screen.
	deps.preload();
	const request = await asking;
	return request && deps.start(request);
}
