import type { InputFields } from '../inference/inputs/inputField';
import type { InputValue } from '../inference/inputs/inputValue';
import { isTable } from '../inference/inputs/isTable';
import { isTexts } from '../inference/inputs/isTexts';
import type { RunRequest } from '../inference/runRequest';
import { tasks } from '../inference/tasks';
import type { AskedView } from '../shared/run';

const LONGEST = 300;

/** What was asked beside the text or the file that was run on, such as a question: each by its title. */
export function askedViews({ task, inputs = {} }: Pick<RunRequest, 'task' | 'inputs'>): readonly AskedView[] {
	const fields: InputFields = tasks[task].inputs;
	const [, ...others] = Object.entries(fields);
	return others.flatMap(([name, { title }]) => {
		const value = inputs[name];
		return value === undefined ? [] : [{ title, text: textOf(value) }];
	});
}

function textOf(value: InputValue): string {
	if (typeof value === 'string') {
		return shortened(value);
	}
	if (isTexts(value)) {
		return shortened(value.join(', '));
	}
	return isTable(value) ? `${value.rows.length} rows` : value.name;
}

function shortened(text: string): string {
	const characters = [...text];
	return characters.length > LONGEST ? `${characters.slice(0, LONGEST - 1).join('')}…` : text;
}
