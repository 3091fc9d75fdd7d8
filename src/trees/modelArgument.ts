import { isRecord } from '../util/isRecord';
import { isRepoId } from '../util/isRepoId';

/** The model that a command was called for: its repo id, or a row of the models view. */
export function modelArgument(argument: unknown): string | undefined {
	const id = isRecord(argument) ? argument.modelId : argument;
	return typeof id === 'string' && isRepoId(id) ? id : undefined;
}
