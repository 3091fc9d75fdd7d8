/** The same set with a value more, or without it if it was there. */
export function toggled<T>(set: ReadonlySet<T>, value: T): ReadonlySet<T> {
	const next = new Set(set);
	if (!next.delete(value)) {
		next.add(value);
	}
	return next;
}
