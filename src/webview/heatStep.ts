/** Steps of the colour; the figure says it exactly. */
const STEPS = 10;

/** The step of the colour of a score, of those from `low` to `high`; 0 for what is none. */
export function heatStep(score: number, low = 0, high = 1): number {
	const share = high > low ? (score - low) / (high - low) : 1;
	return Math.round(Math.min(1, Math.max(0, share)) * STEPS) || 0;
}
