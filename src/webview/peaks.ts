/** The greatest amplitude, between 0 and 1, in each of `columns` stretches of a sound; less than 0 and more than 1 is cut off. */
export function peaks(samples: Float32Array, columns: number): readonly number[] {
	const count = Math.min(columns, samples.length);
	return Array.from({ length: count }, (_, column) => {
		const end = Math.floor(((column + 1) * samples.length) / count);
		let peak = 0;
		for (let at = Math.floor((column * samples.length) / count); at < end; at++) {
			peak = Math.max(peak, Math.abs(samples[at] ?? 0));
		}
		return Math.min(1, peak);
	});
}
