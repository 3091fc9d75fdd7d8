import type { RunRequest } from '../inference/runRequest';
import type { EditorDeps } from './editorDeps';
import { RunQuestions } from './runQuestions';

/** The same request with a model that the user chooses; `whole` is the request with what was said before it. Nothing if they leave. */
export function chooseAnotherModel(
	deps: EditorDeps,
	request: RunRequest,
	whole: RunRequest,
): Promise<RunRequest | undefined> {
	return new RunQuestions(deps).withAnotherModel(request, whole);
}
