import { isRecord } from '../../util/isRecord';
import type { FileInput } from './inputValue';

export function isFileInput(value: unknown): value is FileInput {
	return (
		isRecord(value) &&
		typeof value.uri === 'string' &&
		typeof value.name === 'string' &&
		typeof value.mimeType === 'string'
	);
}
