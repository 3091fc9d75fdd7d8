import type { FinishedRun } from '../api';
import type { EditorDeps } from './editorDeps';
import { readRunArguments } from './runArguments';
import { runOnSelection } from './runOnSelection';

/** Runs what another extension asks for, which is not taken at its type's word. Rejects where it is no request. */
export async function runForExtension(deps: EditorDeps, request: unknown): Promise<FinishedRun | undefined> {
	const given = readRunArguments(request);
	if ('error' in given) {
		throw new TypeError(given.error);
	}
	return runOnSelection(deps, given.value);
}
