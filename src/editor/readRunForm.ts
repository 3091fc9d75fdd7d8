import Papa from 'papaparse';
import { complaintAboutInput } from '../inference/inputs/complaintAboutInput';
import type { InputField, InputFields } from '../inference/inputs/inputField';
import type { FileInput, InputValue } from '../inference/inputs/inputValue';
import { isFileInput } from '../inference/inputs/isFileInput';
import { isMissing } from '../inference/inputs/isMissing';
import { isTable } from '../inference/inputs/isTable';
import { mayBeLeftOut } from '../inference/inputs/mayBeLeftOut';
import { isTexts } from '../inference/inputs/isTexts';
import { type Parameters, type ParameterValues, readParameters } from '../inference/parameters';
import { tasks } from '../inference/tasks';
import type { FormValues } from '../shared/inputForm';
import type { FormAnswer, FormQuestion } from '../ui/formQuestion';
import { maskAccessTokens } from '../util/maskAccessTokens';
import type { GivenInputs } from './inputsOf';
import { parseTable } from './parseTable';
import type { RunFormAnswer, RunFormParts } from './runFormParts';

/** Reads a form that was filled in: the inputs and parameters of a run, or what is wrong with which field. */
export function readRunForm(
	{ task, options }: Pick<RunFormParts, 'task' | 'options'>,
	answer: FormAnswer,
): ReturnType<FormQuestion<RunFormAnswer>['read']> {
	const { inputs: fields, parameters: table }: { inputs: InputFields; parameters: Parameters } = tasks[task];
	const complaints: Record<string, string> = {};
	const values: Record<string, InputValue> = {};
	for (const [name, field] of Object.entries(fields)) {
		const value = readInput(field, answer.inputs[name], answer.files[name]);
		const complaint = isMissing(value)
			? mayBeLeftOut(field)
				? undefined
				: 'is missing'
			: complaintAboutInput(field, value);
		if (complaint) {
			complaints[name] = `${field.title} ${complaint}.`;
		} else if (value !== undefined && !isMissing(value)) {
			values[name] = value;
		}
	}
	const parameters = readFormParameters(table, options, answer.parameters, complaints);
	return Object.keys(complaints).length > 0
		? { complaints }
		: { value: { ...splitText(fields, values), parameters } };
}

/** The first input is the run's text, where it is one; of other kinds, the text is what they are called in lists. */
function splitText(fields: InputFields, values: Readonly<Record<string, InputValue>>): GivenInputs {
	const [[name = '', field] = []] = Object.entries(fields);
	const { [name]: main, ...others } = values;
	return field?.kind === 'text'
		? { text: typeof main === 'string' ? main : '', inputs: others }
		: { text: nameOf(main), inputs: values };
}

function nameOf(value: InputValue | undefined): string {
	return isTexts(value)
		? value.join('\n')
		: isTable(value)
			? Papa.unparse([value.columns, ...value.rows], { newline: '\n' })
			: isFileInput(value)
				? value.name
				: '';
}

function readInput(field: InputField, value: unknown, file: FileInput | undefined): InputValue | undefined {
	switch (field.kind) {
		case 'text':
			return typeof value === 'string' ? maskAccessTokens(value) : undefined;
		case 'list':
			return isTexts(value) ? value.map(maskAccessTokens) : undefined;
		case 'table':
			return typeof value === 'string' ? parseTable(maskAccessTokens(value)) : undefined;
		case 'image':
		case 'audio':
			return file;
	}
}

/** Each by itself, so that each complaint is about its own field. */
function readFormParameters(
	table: Parameters,
	options: RunFormParts['options'],
	given: FormValues,
	complaints: Record<string, string>,
): ParameterValues {
	const values: Record<string, ParameterValues[string]> = {};
	for (const [name, parameter] of Object.entries(table)) {
		const value = given[name];
		const isUnset =
			value === undefined || value === '' || (value === false && parameter.default === undefined);
		const reading = readParameters({ [name]: parameter }, isUnset ? {} : { [name]: value });
		if ('problem' in reading) {
			complaints[name] = 'detail' in reading.problem ? (reading.problem.detail ?? '') : '';
		} else if (isUnset && options[name]) {
			complaints[name] = `${parameter.title} is missing.`;
		} else if (reading.values[name] !== undefined && reading.values[name] !== parameter.default) {
			values[name] = reading.values[name];
		}
	}
	return values;
}
