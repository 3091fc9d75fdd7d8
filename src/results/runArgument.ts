import { isRecord } from '../util/isRecord';

/** The id of the run that a command is given: by code, or by the page, of the result whose menu was opened. */
export function runArgument(argument: unknown): string | undefined {
	const id = isRecord(argument) ? argument.runId : argument;
	return typeof id === 'string' ? id : undefined;
}
