/**
 * The beginning of a line that is nothing yet: a lone marker could become a heading's underline, a list, a rule, a table,
 * a fence or a definition, and what is above would jump with every guess.
 */
const UNSETTLED =
	/^[ \t>]*(?:[-=*_+#|~`>]+|[-|: ]+|\d{1,9}[.)]?|[-*+][ \t]+|(?:`{3,}|~{3,}).*|\[[^\]]*\]?|\[[^\]]*\]:.*)$/;

/** Markdown that is still arriving, without the beginning of a line that cannot be shown as what it will be. */
export function withoutUnsettledLine(text: string): string {
	const start = text.lastIndexOf('\n') + 1;
	return UNSETTLED.test(text.slice(start)) ? text.slice(0, start) : text;
}
