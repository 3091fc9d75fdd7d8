import type { OutputOf } from '../../shared/output';
import { illegalAnswer } from './illegalAnswer';
import { meanVector } from './meanVector';
import { openAiVectors } from './openAiVectors';

/**
 * The vector of one text: `[0.1, …]` or `[[0.1, …]]`; a vector per token, in up to two more lists, is averaged over the tokens as
 * sentence-transformers does; or OpenAI's `{data: [{embedding: […]}]}`.
 */
export function readVector(answer: unknown): OutputOf<'vector'> {
	const [first] = openAiVectors(answer) ?? [answer];
	const mean = meanVector(first, 3);
	if (!mean) {
		throw illegalAnswer('a list of numbers', answer);
	}
	return { kind: 'vector', values: mean.values, ...(mean.of > 1 && { tokens: mean.of }) };
}
