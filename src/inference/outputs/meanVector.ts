import { readNumbers } from './readNumbers';

export interface MeanVector {
	readonly values: readonly number[];
	/** Of how many vectors it is the mean. */
	readonly of: number;
}

/**
 * A vector, or the mean of those in up to `depth` more lists, which are a vector per token: so sentence-transformers makes one for the
 * text of them. Nothing where they are none, or not of one length.
 */
export function meanVector(value: unknown, depth: number): MeanVector | undefined {
	const numbers = readNumbers(value);
	if (numbers) {
		return { values: numbers, of: 1 };
	}
	if (!Array.isArray(value) || depth === 0) {
		return undefined;
	}
	const vectors = value.flatMap(one => meanVector(one, depth - 1) ?? []);
	const [first] = vectors;
	if (
		!first ||
		vectors.length < value.length ||
		vectors.some(({ values }) => values.length !== first.values.length)
	) {
		return undefined;
	}
	return {
		values: first.values.map(
			(_, at) => vectors.reduce((sum, { values }) => sum + (values[at] ?? 0), 0) / vectors.length,
		),
		of: vectors.reduce((sum, one) => sum + one.of, 0),
	};
}
