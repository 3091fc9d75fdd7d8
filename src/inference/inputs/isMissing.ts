/** Whether nothing at all was given. */
export function isMissing(value: unknown): boolean {
	return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}
