import type { OutputOf } from '../../shared/output';
import { isRecord } from '../../util/isRecord';
import { illegalAnswer } from './illegalAnswer';
import { readNumbers } from './readNumbers';

/**
 * The vector of one text: `[0.1, …]` or `[[0.1, …]]`; a vector per token, in up to two more lists, is averaged over the tokens as
 * sentence-transformers does; or OpenAI's `{data: [{embedding: […]}]}`.
 */
export function readVector(answer: unknown): OutputOf<'vector'> {
	const first: unknown =
		isRecord(answer) && Array.isArray(answer.data) ? (answer.data[0] as unknown) : undefined;
	const values = vectorIn(isRecord(first) ? first.embedding : answer, 3);
	if (!values) {
		throw illegalAnswer('a list of numbers', answer);
	}
	return { kind: 'vector', values };
}

function vectorIn(value: unknown, depth: number): readonly number[] | undefined {
	const numbers = readNumbers(value);
	if (numbers || !Array.isArray(value) || depth === 0) {
		return numbers;
	}
	const vectors = value.map(one => vectorIn(one, depth - 1));
	const [first] = vectors;
	if (!first || !vectors.every(one => one?.length === first.length)) {
		return undefined;
	}
	return first.map((_, at) => vectors.reduce((sum, one) => sum + (one?.[at] ?? 0), 0) / vectors.length);
}
