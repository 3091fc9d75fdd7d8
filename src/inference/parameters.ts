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
	  };

export type Parameters = Readonly<Record<string, Parameter>>;
export type ParameterValues = Readonly<Record<string, string | number>>;

export type ParameterReading = { readonly values: ParameterValues } | { readonly problem: Problem };

/**
 * Checks what was given against the table and fills in the defaults. Empty and absent values mean “not given”.
 * A name that the task does not know is a problem: it would be dropped or misread at the other end without a word.
 */
export function readParameters(
	parameters: Parameters,
	given: Readonly<Record<string, unknown>> = {},
): ParameterReading {
	const values: Record<string, string | number> = {};
	for (const [name, parameter] of Object.entries(parameters)) {
		const value = Object.hasOwn(given, name) ? given[name] : undefined;
		if (value === undefined || value === null || value === '') {
			if (parameter.default !== undefined) {
				values[name] = parameter.default;
			}
			continue;
		}
		const complaint = complaintAbout(parameter, value);
		if (complaint) {
			return { problem: { code: 'input.invalid', detail: `${parameter.title} ${complaint}.` } };
		}
		values[name] = value as string | number;
	}
	const unknown = Object.keys(given).find(name => !Object.hasOwn(parameters, name));
	if (unknown !== undefined) {
		const known = Object.keys(parameters).join(', ');
		return {
			problem: {
				code: 'input.invalid',
				detail: `There is no parameter “${unknown.slice(0, 40)}” for this task; there are ${known}.`,
			},
		};
	}
	return { values };
}

function complaintAbout(parameter: Parameter, value: unknown): string | undefined {
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
