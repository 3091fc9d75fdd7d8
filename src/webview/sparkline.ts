/**
 * The path of a curve of `values` in a box of `columns` by `height`, the greatest value at its top: each column spans what
 * the values in it span, so that no peak is lost however many there are.
 */
export function sparkline(values: readonly number[], columns: number, height: number): string {
	const { min, max } = extent(values);
	const range = max - min || 1;
	const y = (value: number) => (height - ((value - min) / range) * height).toFixed(2);
	const count = Math.min(columns, values.length);
	const width = columns / count;
	const parts = Array.from({ length: count }, (_, column) => {
		const start = Math.floor((column * values.length) / count);
		const end = Math.floor(((column + 1) * values.length) / count);
		const span = extent(values.slice(start, end));
		const x = ((column + 0.5) * width).toFixed(2);
		return span.min === span.max ? `${x} ${y(span.min)}` : `${x} ${y(span.max)}L${x} ${y(span.min)}`;
	});
	return count === 0 ? '' : `M${parts.join('L')}`;
}

function extent(values: readonly number[]): { readonly min: number; readonly max: number } {
	let min = Infinity;
	let max = -Infinity;
	for (const value of values) {
		min = Math.min(min, value);
		max = Math.max(max, value);
	}
	return { min, max };
}
