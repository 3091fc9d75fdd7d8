import { isRecord } from '../../util/isRecord';
import type { InputValue, InputValues } from './inputValue';
import { isFileInput } from './isFileInput';
import { isTable } from './isTable';
import { isTexts } from './isTexts';

/** Reads inputs that were kept as JSON or come from another extension; what is none is left out. */
export function readInputValues(value: unknown): InputValues | undefined {
	if (!isRecord(value)) {
		return undefined;
	}
	const values = Object.entries(value).flatMap(([name, one]): Array<[string, InputValue]> => {
		const read = readInputValue(one);
		return read === undefined ? [] : [[name, read]];
	});
	return values.length > 0 ? Object.fromEntries(values) : undefined;
}

function readInputValue(value: unknown): InputValue | undefined {
	if (typeof value === 'string' || isTexts(value)) {
		return value;
	}
	if (isTable(value)) {
		return { columns: value.columns, rows: value.rows };
	}
	return isFileInput(value) ? { uri: value.uri, name: value.name, mimeType: value.mimeType } : undefined;
}
