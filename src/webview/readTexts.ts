/** Texts as they were kept; none where there are none. */
export function readTexts(value: unknown): ReadonlySet<string> {
	return new Set(Array.isArray(value) ? value.filter(one => typeof one === 'string') : []);
}
