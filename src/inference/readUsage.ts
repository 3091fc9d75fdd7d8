import type { Usage } from '../shared/run';
import { isRecord } from '../util/isRecord';

/** The tokens of a request as a provider counted them; nothing where it did not. */
export function readUsage(value: unknown): Usage | undefined {
	return isRecord(value) && isCount(value.prompt_tokens) && isCount(value.completion_tokens)
		? { promptTokens: value.prompt_tokens, completionTokens: value.completion_tokens }
		: undefined;
}

function isCount(value: unknown): value is number {
	return Number.isSafeInteger(value) && (value as number) >= 0;
}
