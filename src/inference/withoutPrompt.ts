/** Shorter stretches are ordinary words, which an error may well use of its own accord. */
const SHORTEST = 12;
const LONGEST_DETAIL = 300;

/**
 * Another side's sentence without what the user had sent it: validation errors like to quote their input, and details
 * go into logs. At most 300 characters.
 */
export function withoutPrompt(detail: string, text: string): string {
	let told = detail.slice(0, 8 * LONGEST_DETAIL);
	const lines = new Set(text.split(/\r?\n/).map(line => line.trim()));
	for (const line of lines) {
		if (line.length >= SHORTEST && told.includes(line)) {
			told = told.replaceAll(line, '…');
		}
	}
	return told.length > LONGEST_DETAIL ? `${told.slice(0, LONGEST_DETAIL - 1)}…` : told;
}
