/** How long something takes, in words; never less than a second. */
export function durationWords(seconds: number): string {
	const whole = Math.max(1, Math.ceil(seconds));
	if (whole < 90) {
		return whole === 1 ? 'a second' : `${whole} seconds`;
	}
	return `${Math.ceil(whole / 60)} minutes`;
}
