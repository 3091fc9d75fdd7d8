export function isTexts(value: unknown): value is readonly string[] {
	return Array.isArray(value) && value.every(one => typeof one === 'string');
}
