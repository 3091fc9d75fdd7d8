/** A place in a list as it was kept; the first where none was. */
export function readIndex(value: unknown): number {
	return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : 0;
}
