import type { ModelSummary } from '../hub/repo';
import { isTask, type Task } from '../shared/task';
import { ProblemError } from '../util/problemError';

/** The first of the tasks that can be run here which a live provider offers a model for. Throws `ProblemError`. */
export function servedTask({
	id,
	pipelineTag,
	providers = [],
}: Pick<ModelSummary, 'id' | 'pipelineTag' | 'providers'>): Task {
	const offered = providers.filter(({ status }) => status === 'live').map(({ task }) => task);
	const [first] = offered;
	if (first === undefined) {
		throw new ProblemError({ code: 'model.noProvider', model: id });
	}
	const task = offered.find(isTask);
	if (task === undefined) {
		throw new ProblemError({ code: 'model.wrongTask', model: id, task: pipelineTag ?? first });
	}
	return task;
}
