import type { InputFields } from '../inference/inputs/inputField';
import type { InputValues } from '../inference/inputs/inputValue';
import { tasks } from '../inference/tasks';
import type { Task } from '../shared/task';
import type { GivenInputs } from './inputsOf';

/** What is asked beside the texts or the file that is run on, which are others the next time. */
export function besideMain(task: Task, { inputs }: Pick<GivenInputs, 'inputs'>): InputValues {
	const fields: InputFields = tasks[task].inputs;
	const [main] = Object.keys(fields);
	const isMain = (name: string) => {
		const field = fields[name];
		return name === main || (field?.kind === 'list' && field.takesSelections === true);
	};
	return Object.fromEntries(Object.entries(inputs).filter(([name]) => !isMain(name)));
}
