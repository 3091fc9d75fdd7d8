/** A line of a file with what was looked for in it. Lines and columns count from 0. */
export interface LineMatch {
	readonly path: string;
	readonly line: number;
	readonly column: number;
	readonly text: string;
}

/** The lines with the words in them, in whatever case, in the order of the files; at most `most`. */
export function matchLines(
	files: ReadonlyMap<string, string>,
	words: string,
	most: number,
): readonly LineMatch[] {
	const wanted = words.trim().toLowerCase();
	const found: LineMatch[] = [];
	if (wanted === '') {
		return found;
	}
	for (const [path, content] of files) {
		for (const [line, text] of content.split('\n').entries()) {
			const column = text.toLowerCase().indexOf(wanted);
			if (column >= 0) {
				found.push({ path, line, column, text });
			}
			if (found.length >= most) {
				return found;
			}
		}
	}
	return found;
}
