import type { RunRequest } from '../inference/runRequest';
import type { EditorDeps } from './editorDeps';
import { RunQuestions } from './runQuestions';

/** The same request with a model that the user chooses. Nothing if they leave. */
export function chooseAnotherModel(deps: EditorDeps, request: RunRequest): Promise<RunRequest | undefined> {
	return new RunQuestions(deps).withAnotherModel(request);
}
