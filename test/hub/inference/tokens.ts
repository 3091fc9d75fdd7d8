/** A blank and the letters after it (at most six), a run of blanks, or one other character: about four characters each. */
const token = / ?[\p{L}\p{N}]{1,6}|\s+|[^\s\p{L}\p{N}]/gu;

/** The pieces that a text is counted and streamed in; joined, they are the text again. */
export function splitTokens(text: string): readonly string[] {
	return text.match(token) ?? [];
}

export function countTokens(text: string): number {
	return splitTokens(text).length;
}
