/** The same object without some of its keys. */
export function omit<T extends object, K extends keyof T>(object: T, ...keys: readonly K[]): Omit<T, K> {
	return Object.fromEntries(
		Object.entries(object).filter(([key]) => !keys.some(one => one === key)),
	) as unknown as Omit<T, K>;
}
