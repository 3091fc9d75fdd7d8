import { isRecord } from '../util/isRecord';

const REPO_ID = /^[\w-][\w.-]*(?:\/[\w-][\w.-]*)?$/;

/** Whether this has the shape of a repo id: `Qwen/Qwen3-8B`, or `gpt2`. */
export function isRepoId(value: unknown): value is string {
	return typeof value === 'string' && value.length <= 200 && REPO_ID.test(value);
}

/** The model that a command was called for: its repo id, or a row of the models view. */
export function modelArgument(argument: unknown): string | undefined {
	const id = isRecord(argument) ? argument.modelId : argument;
	return isRepoId(id) ? id : undefined;
}
