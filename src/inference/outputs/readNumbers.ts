/** A list of finite numbers, or nothing. */
export function readNumbers(value: unknown): readonly number[] | undefined {
	return Array.isArray(value) && value.length > 0 && value.every(one => Number.isFinite(one))
		? (value as readonly number[])
		: undefined;
}
