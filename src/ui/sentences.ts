/** The other side's own words as a sentence, then ours. */
export function sentences(detail: string | undefined, ours: string): string {
	const theirs = detail?.trim() ?? '';
	return theirs === '' ? ours : `${theirs}${/[.!?…]$/.test(theirs) ? '' : '.'} ${ours}`;
}
