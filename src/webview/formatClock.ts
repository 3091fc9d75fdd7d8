/** A moment of a sound or film, in seconds from its start: “0:07”, “12:30”, “1:02:03”. */
export function formatClock(seconds: number): string {
	const all = Math.max(0, Math.floor(seconds));
	const two = (value: number) => String(value).padStart(2, '0');
	const [hours, minutes] = [Math.floor(all / 3_600), Math.floor(all / 60) % 60];
	return hours > 0 ? `${hours}:${two(minutes)}:${two(all % 60)}` : `${minutes}:${two(all % 60)}`;
}
