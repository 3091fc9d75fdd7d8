import type { InputFields, InputKind } from '../inference/inputs/inputField';
import { tasks } from '../inference/tasks';
import type { Task } from '../shared/task';

/** Of which kind a task's first input is, which the selection or the file that is pointed at is for. */
export function mainKind(task: Task): InputKind | undefined {
	const fields: InputFields = tasks[task].inputs;
	return Object.values(fields)[0]?.kind;
}
