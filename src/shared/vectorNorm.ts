/** The Euclidean norm of a vector. A loop: as arguments of `Math.hypot`, a long vector's numbers are more than a call takes. */
export function vectorNorm(vector: readonly number[]): number {
	let squares = 0;
	for (const value of vector) {
		squares += value * value;
	}
	return Math.sqrt(squares);
}
