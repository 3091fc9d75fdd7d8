/** The figures of repeated measurements of one thing. */
export interface Sample {
	readonly median: number;
	readonly min: number;
	readonly max: number;
	readonly n: number;
}

/** Throws for no values at all. */
export function sampleOf(values: readonly number[]): Sample {
	const sorted = [...values].sort((a, b) => a - b);
	const [min] = sorted;
	const max = sorted.at(-1);
	if (min === undefined || max === undefined) {
		throw new Error('Nothing was measured.');
	}
	const middle = (sorted.length - 1) / 2;
	const low = sorted[Math.floor(middle)] ?? min;
	const high = sorted[Math.ceil(middle)] ?? max;
	return { median: (low + high) / 2, min, max, n: sorted.length };
}
