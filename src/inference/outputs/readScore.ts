/** A probability. Sums of 32-bit floats overshoot 0 and 1 a little; that much is put right, more is not a probability. */
export function readScore(value: unknown): number | undefined {
	return typeof value === 'number' && value >= -1e-4 && value <= 1 + 1e-4
		? Math.min(1, Math.max(0, value))
		: undefined;
}
