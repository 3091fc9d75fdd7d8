import { complaintAboutInput } from '../inference/inputs/complaintAboutInput';
import { givenInputs } from '../inference/inputs/givenInputs';
import type { InputFields } from '../inference/inputs/inputField';
import { isMissing } from '../inference/inputs/isMissing';
import { mayBeLeftOut } from '../inference/inputs/mayBeLeftOut';
import { tasks } from '../inference/tasks';
import type { Task } from '../shared/task';
import type { GivenInputs } from './inputsOf';

/**
 * The names of the inputs that a task still needs, or that are not yet as it needs them. With `asksAll` also of those that may
 * be left empty, and are asked for nevertheless.
 */
export function missingInputs(
	task: Task,
	{ text, inputs }: GivenInputs,
	asksAll: boolean,
): readonly string[] {
	const fields: InputFields = tasks[task].inputs;
	const given = givenInputs({ task, text, inputs });
	return Object.entries(fields)
		.filter(([name, field]) => {
			const value = given[name];
			const isAsked = asksAll && field.kind === 'text' && field.isAsked === true;
			const isOptional = mayBeLeftOut(field) && !isAsked;
			return isMissing(value) ? !isOptional : complaintAboutInput(field, value) !== undefined;
		})
		.map(([name]) => name);
}
