import { readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { ReadFile } from './loadInputs';

/** Reads what a `file:` address names. */
export const readLocalFile: ReadFile = async (uri, most) => {
	const path = fileURLToPath(uri);
	const { size } = await stat(path);
	return size > most ? { size } : readFile(path);
};
