/** The time since a moment given in epoch milliseconds, as `1.2 s`. */
export function seconds(since: number): string {
	return `${((Date.now() - since) / 1_000).toFixed(1)} s`;
}
