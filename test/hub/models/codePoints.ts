/** An offset in UTF-16 units as one in code points, which is how the services, written in Python, count. */
export function toCodePoints(text: string, offset: number): number {
	return [...text.slice(0, offset)].length;
}
