/** A cell by its row and column, counted from 0. */
export type GridPlace = readonly [row: number, column: number];

/** Where a key leads to in a square of `size` cells a side, or `undefined` for other keys; with Control, Home and End mean all of it. */
export function gridStep(
	{ key, ctrlKey }: { readonly key: string; readonly ctrlKey: boolean },
	[row, column]: GridPlace,
	size: number,
): GridPlace | undefined {
	const last = size - 1;
	switch (key) {
		case 'ArrowDown':
			return [Math.min(row + 1, last), column];
		case 'ArrowUp':
			return [Math.max(row - 1, 0), column];
		case 'ArrowRight':
			return [row, Math.min(column + 1, last)];
		case 'ArrowLeft':
			return [row, Math.max(column - 1, 0)];
		case 'Home':
			return [ctrlKey ? 0 : row, 0];
		case 'End':
			return [ctrlKey ? last : row, last];
		default:
			return undefined;
	}
}
