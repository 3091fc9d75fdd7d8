/** The id of a field's control, by the field's name. */
export function fieldId(name: string): string {
	return `field-${name}`;
}
