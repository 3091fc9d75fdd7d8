import { FILE_TYPES } from './fileTypes';

/** The type that a file's name promises; nothing where it is neither a picture nor a sound. */
export function fileMimeType(name: string): string | undefined {
	const extension = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
	return Object.hasOwn(FILE_TYPES, extension) ? FILE_TYPES[extension] : undefined;
}
