/** Rows that are in the page, `last` exclusive, of a list of which only what is seen is there. */
export interface VisibleRows {
	readonly first: number;
	readonly last: number;
}

/** Rows kept ready beyond either edge, so that scrolling by a few lines shows no gap. */
const OVERSCAN = 12;

/** Which of `count` rows of `rowHeight` are seen in a window of `height` that is scrolled down by `top`, in CSS pixels. */
export function visibleRows(count: number, rowHeight: number, top: number, height: number): VisibleRows {
	const first = Math.floor(Math.max(0, top) / rowHeight) - OVERSCAN;
	const last = Math.ceil((Math.max(0, top) + height) / rowHeight) + OVERSCAN;
	return { first: Math.max(0, Math.min(first, count)), last: Math.max(0, Math.min(last, count)) };
}
