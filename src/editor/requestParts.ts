import type { InputValues } from '../inference/inputs/inputValue';
import type { RunRequest } from '../inference/runRequest';

/** As much of a request as a form answers. The system prompt is an input in the form only. */
export function requestParts({
	text,
	inputs,
	parameters,
}: {
	readonly text: string;
	readonly inputs: InputValues;
	readonly parameters: Readonly<Record<string, unknown>>;
}): Pick<RunRequest, 'text' | 'system' | 'inputs' | 'parameters'> {
	const { system, ...others } = inputs;
	return {
		text,
		...(typeof system === 'string' && { system }),
		...(Object.keys(others).length > 0 && { inputs: others }),
		...(Object.keys(parameters).length > 0 && { parameters }),
	};
}
