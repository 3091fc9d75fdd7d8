import type { InputField } from './inputField';
import { isFileInput } from './isFileInput';
import { isTable } from './isTable';
import { isTexts } from './isTexts';

/** What a value lacks to be what the field asks for, as “must …”; nothing if it is. */
export function complaintAboutInput(field: InputField, value: unknown): string | undefined {
	switch (field.kind) {
		case 'text':
			return typeof value === 'string' && (field.isOptional || value.trim() !== '')
				? undefined
				: 'must be a text that is not blank';
		case 'list': {
			const { minimum, maximum } = field;
			const isList =
				isTexts(value) &&
				value.length >= minimum &&
				value.length <= maximum &&
				value.every(one => one.trim() !== '');
			return isList ? undefined : `must be a list of ${minimum} to ${maximum} texts, none of them blank`;
		}
		case 'table':
			return isTable(value) && value.columns.length > 0 && value.rows.length > 0
				? undefined
				: 'must be a table with at least one row';
		case 'image':
		case 'audio':
			return isFileInput(value) && value.mimeType.startsWith(`${field.kind}/`)
				? undefined
				: `must be ${field.kind === 'image' ? 'a picture' : 'a sound'}`;
	}
}
