import type { TaskInputs } from '../inputs/taskInputs';
import type { ParameterValues } from '../parameters';
import type { Payload } from '../payload';

/** Of a task whose input is one file. */
export function payloadOfFile(name: 'image' | 'audio') {
	return (inputs: TaskInputs, parameters: ParameterValues): Payload => ({
		file: inputs.file(name),
		parameters,
	});
}
