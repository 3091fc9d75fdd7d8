/** Longest name that is suggested, without its ending. */
const LONGEST = 60;

/** A name for a file, of words that may be anybody's: letters, digits and hyphens, and never none of them. */
export function fileName(words: string, extension: string): string {
	const name = [
		...words
			.normalize('NFC')
			.toLowerCase()
			.replace(/[^\p{L}\p{N}]+/gu, '-'),
	]
		.slice(0, LONGEST)
		.join('')
		.replace(/^-+|-+$/g, '');
	return `${name || 'answer'}.${extension}`;
}
