import { vectorNorm } from './vectorNorm';

/** How alike each of several vectors of one length is to each: the cosine of the angle between them, 0 where one has no length. */
export function cosineSimilarities(
	vectors: ReadonlyArray<readonly number[]>,
): ReadonlyArray<readonly number[]> {
	const directions = vectors.map(directionOf);
	// Each pair is multiplied once: one order of adding up, so that both halves are the same to the last digit.
	const scores = directions.map((one, row) => directions.slice(0, row + 1).map(other => product(one, other)));
	return directions.map((_, row) =>
		directions.map((_other, column) => scores[Math.max(row, column)]?.[Math.min(row, column)] ?? 0),
	);
}

function directionOf(vector: readonly number[]): readonly number[] {
	const norm = vectorNorm(vector);
	return norm === 0 ? vector : vector.map(value => value / norm);
}

function product(one: readonly number[], other: readonly number[]): number {
	return one.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0);
}
