import Papa from 'papaparse';
import { givenInputs } from '../inference/inputs/givenInputs';
import type { InputField, InputFields } from '../inference/inputs/inputField';
import type { FileInput, InputValue } from '../inference/inputs/inputValue';
import { isFileInput } from '../inference/inputs/isFileInput';
import { isTable } from '../inference/inputs/isTable';
import { isTexts } from '../inference/inputs/isTexts';
import { mayBeLeftOut } from '../inference/inputs/mayBeLeftOut';
import type { Parameter, Parameters } from '../inference/parameters';
import { readsTokens } from '../inference/readsTokens';
import { tasks } from '../inference/tasks';
import type { Estimate } from '../shared/draft';
import type { FormField } from '../shared/inputForm';
import type { FormAnswer, FormQuestion } from '../ui/formQuestion';
import { readRunForm } from './readRunForm';
import type { RunFormAnswer, RunFormParts } from './runFormParts';

/** Asks for all of a task's inputs and parameters, filled in with what is known. */
export function runForm(parts: RunFormParts): FormQuestion<RunFormAnswer> {
	const { task, model, parameters, options } = parts;
	const description = tasks[task];
	const fields: InputFields = description.inputs;
	const table: Parameters = description.parameters;
	const given = givenInputs(parts);
	const files = Object.entries(given).filter((entry): entry is [string, FileInput] => isFileInput(entry[1]));
	return {
		form: {
			title: description.title,
			help: description.help,
			model,
			inputs: Object.entries(fields).map(([name, field]) => inputField(name, field, given[name])),
			parameters: Object.entries(table).map(([name, parameter]) =>
				parameterField(name, parameter, parameters[name], options[name]),
			),
		},
		files: Object.fromEntries(files),
		...(readsTokens(task) && { estimate: answer => estimated(parts, answer) }),
		read: answer => readRunForm(parts, answer),
	};
}

/** What is not whole yet is not estimated: it would be less than what the run will be. */
async function estimated(parts: RunFormParts, answer: FormAnswer): Promise<Estimate | undefined> {
	const reading = readRunForm(parts, answer);
	return 'value' in reading ? parts.estimate(reading.value) : undefined;
}

function inputField(name: string, field: InputField, value: InputValue | undefined): FormField {
	const { title, help } = field;
	const words = { name, title, help, isRequired: !mayBeLeftOut(field) };
	switch (field.kind) {
		case 'text':
			return {
				...words,
				kind: 'text',
				isLong: field.isLong === true,
				value: typeof value === 'string' ? value : '',
			};
		case 'list': {
			const { minimum, maximum } = field;
			return { ...words, kind: 'list', minimum, maximum, value: isTexts(value) ? value : [] };
		}
		case 'table':
			return {
				...words,
				kind: 'table',
				value: isTable(value) ? Papa.unparse([value.columns, ...value.rows]) : '',
			};
		case 'image':
		case 'audio':
			return { ...words, kind: field.kind, ...(isFileInput(value) && { value: value.name }) };
	}
}

function parameterField(
	name: string,
	parameter: Parameter,
	given: unknown,
	options: ReadonlyArray<{ readonly value: string; readonly label: string }> | undefined,
): FormField {
	const { title, help } = parameter;
	const words = { name, title, help, isRequired: false };
	const value = given ?? parameter.default;
	const text = typeof value === 'string' ? value : '';
	switch (parameter.type) {
		case 'integer':
		case 'number': {
			const { minimum, maximum } = parameter;
			const isWhole = parameter.type === 'integer';
			return {
				...words,
				kind: 'number',
				isWhole,
				minimum,
				maximum,
				...(typeof value === 'number' && { value }),
			};
		}
		case 'text':
			return options
				? { ...words, kind: 'choice', isRequired: true, options, ...(text && { value: text }) }
				: { ...words, kind: 'text', isLong: false, maxLength: parameter.maxLength, value: text };
		case 'flag':
			return { ...words, kind: 'flag', value: value === true };
		case 'choice':
			return {
				...words,
				kind: 'choice',
				options: parameter.choices.map(option => ({ value: option, label: option })),
				...(text && { value: text }),
			};
		case 'list':
			return {
				...words,
				kind: 'list',
				minimum: 0,
				maximum: parameter.maximum,
				value: isTexts(value) ? value : [],
			};
	}
}
