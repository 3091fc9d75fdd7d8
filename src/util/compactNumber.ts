const STEPS = [
	{ size: 1e9, letter: 'B' },
	{ size: 1e6, letter: 'M' },
	{ size: 1e3, letter: 'k' },
] as const;

/** A count as the Hub writes it, the same in every locale: `999`, `1.2k`, `34k`, `1.2M`. Two figures at least, never four. */
export function compactNumber(value: number): string {
	if (!Number.isFinite(value) || value < 0) {
		return '?';
	}
	// A value that rounds up to the next step belongs there: 999,950 is 1M, not 1000k.
	const step = STEPS.find(({ size }) => value >= size * 0.9995);
	if (step === undefined || value < 1000) {
		return String(Math.round(value));
	}
	const scaled = value / step.size;
	const digits = scaled < 9.95 ? 1 : 0;
	return `${scaled.toFixed(digits).replace(/\.0$/, '')}${step.letter}`;
}
