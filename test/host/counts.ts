/** What one mocha run adds to a whole run. */
export interface Counts {
	readonly passed: number;
	readonly failed: number;
	readonly skipped: number;
	/** What failed: the whole name of the test, and what it said. */
	readonly failures: readonly string[];
}
