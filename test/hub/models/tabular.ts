/** Columns by name; a row is what stands at the same place in each. */
export type Columns = Readonly<Record<string, ReadonlyArray<string | number>>>;

/** The mean of the numbers in each row. */
export function regress(columns: Columns): readonly number[] {
	const lists = Object.values(columns);
	const rows = Math.max(0, ...lists.map(list => list.length));
	return Array.from(Array(rows).keys(), row => {
		const numbers = lists.map(list => Number(list[row])).filter(value => Number.isFinite(value));
		return numbers.reduce((sum, value) => sum + value, 0) / Math.max(1, numbers.length);
	});
}

const classes = 3;

/** The third of the rows to which each one belongs, by its mean: 0 for the lowest. */
export function classifyRows(columns: Columns): readonly number[] {
	const means = regress(columns);
	const ordered = means.toSorted((a, b) => a - b);
	return means.map(mean => Math.floor((ordered.indexOf(mean) * classes) / means.length));
}
