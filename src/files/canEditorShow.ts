import { isBinaryName } from './isBinaryName';

/** The pictures that the editor shows by itself. */
const PICTURE = /\.(?:png|jpe?g|gif|webp|bmp|ico)$/i;

/** Whether there is an editor for a file of this name, so that it is worth fetching. */
export function canEditorShow(path: string): boolean {
	return !isBinaryName(path) || PICTURE.test(path);
}
