/** The YAML at the head of a Markdown file. All places count from the file's first character. */
export interface FrontMatter {
	readonly yaml: string;
	/** Where the YAML begins. */
	readonly from: number;
	/** Where it ends, before the line that closes it. */
	readonly to: number;
	/** Where what stands below begins. */
	readonly end: number;
	/** Whether there is a line that closes it. */
	readonly isClosed: boolean;
}

/** Nothing where a file does not begin with a line of three dashes. */
export function frontMatter(text: string): FrontMatter | undefined {
	const from = /^\uFEFF?---[ \t]*\r?\n/.exec(text)?.[0].length;
	if (from === undefined) {
		return undefined;
	}
	const rest = text.slice(from);
	const close = /(?:^|\r?\n)---[ \t]*(?:\r?\n|$)/.exec(rest);
	return close
		? {
				yaml: rest.slice(0, close.index),
				from,
				to: from + close.index,
				end: from + close.index + close[0].length,
				isClosed: true,
			}
		: { yaml: rest, from, to: text.length, end: text.length, isClosed: false };
}
