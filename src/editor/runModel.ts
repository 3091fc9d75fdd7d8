import type { FinishedRun } from '../api';
import type { Hub } from '../hub/hub';
import type { ModelSummary } from '../hub/model';
import { isTask, type Task } from '../shared/task';
import { ProblemError } from '../util/problemError';
import type { EditorDeps } from './editorDeps';
import { runOnSelection } from './runOnSelection';

/** Runs one model on the selection, for the task that its providers serve it for. */
export async function runModel(
	deps: EditorDeps,
	hub: Pick<Hub, 'model'>,
	id: string,
): Promise<FinishedRun | undefined> {
	deps.preload();
	return runOnSelection(deps, {
		model: id,
		task: servedTask(await hub.model(id, new AbortController().signal)),
	});
}

/** The first of the tasks that can be run here which a live provider offers this model for. */
export function servedTask({ id, pipelineTag, providers }: ModelSummary): Task {
	const live = (providers ?? []).filter(({ status }) => status === 'live');
	const task = live.map(provider => provider.task).find(isTask);
	if (task) {
		return task;
	}
	throw new ProblemError(
		live.length === 0
			? { code: 'model.noProvider', model: id }
			: { code: 'model.wrongTask', model: id, task: pipelineTag ?? live[0]?.task ?? 'this task' },
	);
}
