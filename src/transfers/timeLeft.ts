/** How long it is going to take, as one says it: `5 s left`, `3 min left`, `2 h left`. */
export function timeLeft(seconds: number): string {
	const whole = Math.max(1, Math.ceil(seconds));
	if (whole < 90) {
		return `${whole} s left`;
	}
	const minutes = Math.ceil(whole / 60);
	return minutes < 90 ? `${minutes} min left` : `${Math.round(minutes / 60)} h left`;
}
