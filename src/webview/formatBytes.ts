const UNITS = ['bytes', 'KB', 'MB', 'GB'] as const;

/** A size as people say it, in steps of 1,000: “812 bytes”, “3.4 MB”. */
export function formatBytes(bytes: number): string {
	let value = bytes;
	let unit = 0;
	while (value >= 999.5 && unit < UNITS.length - 1) {
		value /= 1_000;
		unit++;
	}
	const digits = unit === 0 || value >= 99.95 ? 0 : 1;
	return `${value.toFixed(digits)} ${UNITS[unit]}`;
}
