import { shellQuoted } from './shellQuoted';

/** A stretch of generated code, and what takes its place. */
export interface SnippetText {
	readonly from: string;
	readonly to: string;
	/** The name of a file, which is no part of a body. */
	readonly isFile?: true;
}

/**
 * Puts texts into generated code, where they stand as they are, or inside of a string of JSON. In a shell's single quotes
 * an apostrophe would end the argument, and what comes after it would be run.
 */
export function fillSnippet(code: string, texts: readonly SnippetText[], isShell: boolean): string {
	return texts.reduce((filled, { from, to, isFile }) => {
		if (isShell && isFile) {
			return filled.replaceAll(`@${from}`, () => `@'${shellQuoted(JSON.parse(to) as string)}'`);
		}
		const put = (text: string) => (isShell ? shellQuoted(text) : text);
		return filled
			.replaceAll(JSON.stringify(from), () => put(to.startsWith('"') ? to : JSON.stringify(to)))
			.replaceAll(inner(from), () => put(inner(to)))
			.replaceAll(from, () => put(to));
	}, code);
}

/** As a text stands inside of a string of JSON. */
function inner(text: string): string {
	return JSON.stringify(text).slice(1, -1);
}
