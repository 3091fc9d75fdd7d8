import { readNumbers } from './readNumbers';

/**
 * A vector, or the mean of those in up to `depth` more lists, which are a vector per token: so sentence-transformers makes one for the
 * text of them. Nothing where they are none, or not of one length.
 */
export function meanVector(value: unknown, depth: number): readonly number[] | undefined {
	const numbers = readNumbers(value);
	if (numbers || !Array.isArray(value) || depth === 0) {
		return numbers;
	}
	const vectors = value.map(one => meanVector(one, depth - 1));
	const [first] = vectors;
	if (!first || !vectors.every(one => one?.length === first.length)) {
		return undefined;
	}
	return first.map((_, at) => vectors.reduce((sum, one) => sum + (one?.[at] ?? 0), 0) / vectors.length);
}
