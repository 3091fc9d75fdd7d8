import type { RunRequest } from '../inference/runRequest';
import type { EditorDeps } from './editorDeps';
import { RunQuestions } from './runQuestions';

/**
 * The same request with other inputs and parameters, which the user gives in the form; `whole` is the request with what was said before
 * it. Nothing if they leave.
 */
export function changeInputs(
	deps: EditorDeps,
	request: RunRequest,
	whole: RunRequest,
): Promise<RunRequest | undefined> {
	return new RunQuestions(deps).changed(request, whole);
}
