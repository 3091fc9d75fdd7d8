import type { InputField, InputFields } from '../inference/inputs/inputField';
import type { InputValue, InputValues } from '../inference/inputs/inputValue';
import { tasks } from '../inference/tasks';
import type { Task } from '../shared/task';
import type { Input, Material } from './material';
import { parseTable } from './parseTable';

/** What a request says of its inputs. */
export interface GivenInputs {
	readonly text: string;
	readonly inputs: InputValues;
}

/** Gives what there is to the first input of a task, as far as it is of its kind. The rest has to be asked for. */
export function inputsOf(task: Task, material: Material): GivenInputs {
	const fields: InputFields = tasks[task].inputs;
	const [main] = Object.entries(fields);
	if (!main || material.kind === 'none') {
		return { text: '', inputs: {} };
	}
	const [name, field] = main;
	if (material.kind === 'file') {
		const { file } = material;
		return { text: file.name, inputs: file.mimeType.startsWith(`${field.kind}/`) ? { [name]: file } : {} };
	}
	const { text, parts } = material.input;
	const [first, ...others] = parts;
	const further = Object.entries(fields).find(([, one]) => one.kind === 'list' && one.takesSelections);
	if (further && first !== undefined && others.length > 0) {
		return { text: first, inputs: { [further[0]]: others } };
	}
	const value = field.kind === 'text' ? undefined : valueOf(field, material.input);
	return { text, inputs: value === undefined ? {} : { [name]: value } };
}

function valueOf(field: InputField, input: Input): InputValue | undefined {
	switch (field.kind) {
		case 'list':
			return listOf(input);
		case 'table':
			return parseTable(input.header === undefined ? input.text : `${input.header}\n${input.text}`);
		case 'text':
		case 'image':
		case 'audio':
			return undefined;
	}
}

/** Several selections are a text each; one is as many as it has lines. */
function listOf({ text, parts }: Input): readonly string[] {
	const texts = parts.length > 1 ? parts : text.split(/\r\n|\n|\r/);
	return texts.map(one => one.trim()).filter(one => one !== '');
}
