/** A moment in this machine's time zone, the same in every locale: `2026-01-02 15:04`. `at` is epoch milliseconds. */
export function localTime(at: number): string {
	const date = new Date(at);
	return `${localDate(at)} ${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** A day in this machine's time zone: `2026-01-02`. */
export function localDate(at: number): string {
	const date = new Date(at);
	return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

function two(value: number): string {
	return String(value).padStart(2, '0');
}
