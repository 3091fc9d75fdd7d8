const FIRST = 50;
/** As many as the Hub gives at a time. */
const MOST = 500;

/**
 * How many rows come next in a list that has so many. The editor draws all rows of a node again for each page, so a list that
 * somebody wants much of comes in ever larger pages.
 */
export function rowsAfter(arrived: number): number {
	return Math.min(Math.max(arrived, FIRST), MOST);
}
