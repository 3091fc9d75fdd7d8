import * as vscode from 'vscode';
import type { FinishedRun } from '../api';
import type { Hub } from '../hub/hub';
import { withSignal } from '../ui/withSignal';
import type { EditorDeps } from './editorDeps';
import { runOnSelection } from './runOnSelection';
import { servedTask } from './servedTask';

/** Runs one model on the selection, for the task that its providers serve it for, which the Hub is asked first. */
export async function runModel(
	deps: EditorDeps,
	hub: Pick<Hub, 'model'>,
	id: string,
): Promise<FinishedRun | undefined> {
	deps.preload();
	const model = await vscode.window.withProgress(
		{ location: vscode.ProgressLocation.Notification, title: `Looking up ${id}`, cancellable: true },
		(_, cancellation) => withSignal(cancellation, signal => hub.model(id, signal)),
	);
	return runOnSelection(deps, { model: id, task: servedTask(model) });
}
