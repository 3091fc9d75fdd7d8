const LEAST = 4;
const MOST = 36;
/** Space at the sides of a cell, in characters. */
const PADDING = 3;

/** The widths of columns in characters, from the longest text in each; what is longer than `MOST` is cut off in sight. */
export function columnWidths(rows: ReadonlyArray<readonly string[]>): readonly number[] {
	const longest: number[] = [];
	for (const row of rows) {
		for (const [column, text] of row.entries()) {
			longest[column] = Math.max(longest[column] ?? LEAST, Math.min(MOST, text.length));
		}
	}
	return longest.map(length => length + PADDING);
}
