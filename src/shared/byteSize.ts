const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'] as const;

/** A size as the Hub shows it, in powers of ten, the same in every locale: `512 B`, `4.2 MB`, `16 GB`. */
export function byteSize(bytes: number): string {
	if (!Number.isFinite(bytes) || bytes < 0) {
		return '?';
	}
	let value = bytes;
	let unit = 0;
	// A value that rounds up to the next unit belongs there.
	while (value >= 999.5 && unit < UNITS.length - 1) {
		value /= 1000;
		unit++;
	}
	const digits = unit > 0 && value < 99.95 ? (value < 9.995 ? 2 : 1) : 0;
	return `${Number(value.toFixed(digits))} ${UNITS[unit] ?? 'TB'}`;
}
