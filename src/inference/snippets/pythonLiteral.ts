/** A value of JSON as Python writes it, on one line. */
export function pythonLiteral(value: unknown): string {
	if (value === null || typeof value === 'boolean') {
		return value === null ? 'None' : value ? 'True' : 'False';
	}
	if (Array.isArray(value)) {
		return `[${value.map(pythonLiteral).join(', ')}]`;
	}
	if (typeof value === 'object') {
		const entries = Object.entries(value ?? {});
		return `{${entries.map(([key, one]) => `${JSON.stringify(key)}: ${pythonLiteral(one)}`).join(', ')}}`;
	}
	return JSON.stringify(value);
}
