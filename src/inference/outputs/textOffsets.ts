/** Turns an offset as a server counts it into UTF-16 units; `undefined` where it is none of this text. */
export type OffsetReading = (offset: number) => number | undefined;

/**
 * The ways in which servers count into a text, the likeliest first: Python's code points, JavaScript's UTF-16 units, and
 * the bytes of UTF-8. They differ only after the first character that is not ASCII.
 */
export function textOffsets(text: string): readonly OffsetReading[] {
	const points: number[] = [];
	const bytes: Array<number | undefined> = [];
	let at = 0;
	for (const character of text) {
		const code = character.codePointAt(0) ?? 0;
		points.push(at);
		bytes.push(at);
		bytes.length += utf8Length(code) - 1;
		at += character.length;
	}
	points.push(at);
	bytes.push(at);
	return [
		offset => points[offset],
		offset => (offset >= 0 && offset <= text.length ? offset : undefined),
		offset => bytes[offset],
	];
}

function utf8Length(codePoint: number): number {
	return codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
}
