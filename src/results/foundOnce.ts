import type { Offsets } from './offsets';

/** Where a text is in a document, if it is there exactly once. */
export function foundOnce(document: string, text: string): Offsets | undefined {
	const start = text === '' ? -1 : document.indexOf(text);
	return start < 0 || document.includes(text, start + 1) ? undefined : { start, end: start + text.length };
}
