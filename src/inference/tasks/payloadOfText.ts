import type { TaskInputs } from '../inputs/taskInputs';
import type { ParameterValues } from '../parameters';
import type { Payload } from '../payload';

/** Of a task whose input is one text. */
export function payloadOfText(inputs: TaskInputs, parameters: ParameterValues): Payload {
	return { inputs: inputs.text('text'), parameters };
}
