import type { Problem } from '../shared/problem';

/** What a parameter of a task may be. Its key in the table is its name on the wire. */
export type Parameter =
	| {
			readonly type: 'integer' | 'number';
			readonly title: string;
			readonly help: string;
			readonly minimum: number;
			readonly maximum: number;
			/** Sent when nothing else is given; without it, the model's own default holds. */
			readonly default?: number;
	  }
	| {
			readonly type: 'text';
			readonly title: string;
			readonly help: string;
			/** UTF-16 units. */
			readonly maxLength: number;
			readonly default?: string;
	  }
	| {
			readonly type: 'choice';
			readonly title: string;
			readonly help: string;
			readonly choices: readonly string[];
			readonly default?: string;
	  }
	| {
			readonly type: 'flag';
			readonly title: string;
			readonly help: string;
			readonly default?: boolean;
	  }
	| {
			/** A list of texts, none of them empty. */
			readonly type: 'list';
			readonly title: string;
			readonly help: string;
			readonly maximum: number;
			readonly default?: readonly string[];
	  };

export type Parameters = Readonly<Record<string, Parameter>>;
export type ParameterValue = string | number | boolean | readonly string[];
export type ParameterValues = Readonly<Record<string, ParameterValue>>;

export type ParameterReading = { readonly values: ParameterValues } | { readonly problem: Problem };

/**
 * Checks what was given against the table and fills in the defaults. Empty and absent values mean “not given”.
 * A name that the task does not know is a problem: it would be dropped or misread at the other end without a word.
 */
export function readParameters(
	parameters: Parameters,
	given: Readonly<Record<string, unknown>> = {},
): ParameterReading {
	const values: Record<string, ParameterValue> = {};
	for (const [name, parameter] of Object.entries(parameters)) {
		const value = Object.hasOwn(given, name) ? given[name] : undefined;
		if (value === undefined || value === null || value === '' || isEmptyList(value)) {
			if (parameter.default !== undefined) {
				values[name] = parameter.default;
			}
			continue;
		}
		const complaint = complaintAbout(parameter, value);
		if (complaint) {
			return { problem: { code: 'input.invalid', detail: `${parameter.title} ${complaint}.` } };
		}
		values[name] = value as ParameterValue;
	}
	const unknown = Object.keys(given).find(name => !Object.hasOwn(parameters, name));
	if (unknown !== undefined) {
		const known = Object.keys(parameters).join(', ');
		return {
			problem: {
				code: 'input.invalid',
				detail: `There is no parameter “${unknown.slice(0, 40)}” for this task; there are ${known || 'none'}.`,
			},
		};
	}
	return { values };
}

function isEmptyList(value: unknown): boolean {
	return Array.isArray(value) && value.length === 0;
}

function complaintAbout(parameter: Parameter, value: unknown): string | undefined {
	if (parameter.type === 'flag') {
		return typeof value === 'boolean' ? undefined : 'must be true or false';
	}
	if (parameter.type === 'choice') {
		return typeof value === 'string' && parameter.choices.includes(value)
			? undefined
			: `must be one of ${parameter.choices.join(', ')}`;
	}
	if (parameter.type === 'list') {
		const { maximum } = parameter;
		const fits =
			Array.isArray(value) &&
			value.length <= maximum &&
			value.every(item => typeof item === 'string' && item !== '');
		return fits ? undefined : `must be a list of at most ${maximum} texts`;
	}
	if (parameter.type === 'text') {
		return typeof value === 'string' && value.length <= parameter.maxLength
			? undefined
			: `must be a text of at most ${parameter.maxLength} characters`;
	}
	const { type, minimum, maximum } = parameter;
	const fits =
		typeof value === 'number' &&
		value >= minimum &&
		value <= maximum &&
		(type === 'number' || Number.isInteger(value));
	return fits
		? undefined
		: `must be ${type === 'integer' ? 'a whole number' : 'a number'} from ${minimum} to ${maximum}`;
}
