import type { RunRequest } from '../runRequest';
import { tasks } from '../tasks';
import type { InputFields } from './inputField';
import type { InputValues } from './inputValue';

/** Everything that a request gives to its task: the run's text is the task's first input, where that is a text. */
export function givenInputs({
	task,
	text,
	inputs,
}: Pick<RunRequest, 'task' | 'text' | 'inputs'>): InputValues {
	const fields: InputFields = tasks[task].inputs;
	const [main] = Object.entries(fields);
	return main?.[1].kind === 'text' ? { [main[0]]: text, ...inputs } : { ...inputs };
}
