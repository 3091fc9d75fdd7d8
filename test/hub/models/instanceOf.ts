type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value that a JSON schema of the usual keywords allows, made of the words of `text`. */
export function instanceOf(schema: unknown, text: string): unknown {
	const { type, enum: options, properties, items, minimum, minItems } = isObject(schema) ? schema : {};
	if (Array.isArray(options)) {
		return options[0];
	}
	switch (type) {
		case 'object':
			return Object.fromEntries(
				Object.entries(isObject(properties) ? properties : {}).map(([key, one]) => [
					key,
					instanceOf(one, text),
				]),
			);
		case 'array':
			return Array.from({ length: typeof minItems === 'number' ? minItems : 1 }, () =>
				instanceOf(items, text),
			);
		case 'integer':
		case 'number':
			return typeof minimum === 'number' ? minimum : text.length;
		case 'boolean':
			return text.includes('?');
		case 'null':
			return null;
		default:
			return text.split(/\s+/).slice(0, 4).join(' ');
	}
}
