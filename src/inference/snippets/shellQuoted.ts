/** A text inside of a shell's single quotes: an apostrophe would end the argument, and what comes after it would be run. */
export function shellQuoted(text: string): string {
	return text.replaceAll("'", String.raw`'\''`);
}
