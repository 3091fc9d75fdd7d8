/** A table of text: every row has as many cells as there are columns. */
export interface Table {
	readonly columns: readonly string[];
	readonly rows: ReadonlyArray<readonly string[]>;
}
