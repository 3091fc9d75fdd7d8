import type { Candidate } from './candidates';
import { foundOnce } from './foundOnce';
import type { Offsets } from './offsets';

/**
 * The answer as it has to be to take the input's place: with the line breaks that the input has at its ends, and, for code
 * that the model moved to the left margin, with the input's indentation.
 */
export function fitted({ kind, text }: Pick<Candidate, 'kind' | 'text'>, input: string): string {
	const answer = kind === 'code' && indentOf(text) === '' ? indented(text, indentOf(input)) : text;
	const before = /^(?:\r\n|\n|\r)*/.exec(input)?.[0] ?? '';
	const after = /(?:\r\n|\n|\r)*$/.exec(input.slice(before.length))?.[0] ?? '';
	return before + answer.replace(/^(?:\r\n|\n|\r)+|(?:\r\n|\n|\r)+$/g, '') + after;
}

/** Whether two texts are the same but for how their lines end. */
export function isSameText(one: string, other: string): boolean {
	return withPlainBreaks(one) === withPlainBreaks(other);
}

/**
 * The whole document with the answer put in, for a diff. Where the input is no longer at its old place but in exactly one
 * other, the answer goes there; else to the old place, as far as the document still reaches.
 */
export function withAnswer(document: string, input: string, range: Offsets, answer: string): string {
	const { start, end } = foundOnce(document, input) ?? range;
	return document.slice(0, start) + answer + document.slice(end);
}

function withPlainBreaks(text: string): string {
	return text.replace(/\r\n?/g, '\n');
}

/** The blanks that every line begins with; blank lines do not count. */
function indentOf(text: string): string {
	const indents = text
		.split(/\r\n|\n|\r/)
		.filter(line => line.trim() !== '')
		.map(line => /^[ \t]*/.exec(line)?.[0] ?? '');
	return indents.reduce((common, indent) => commonStart(common, indent), indents[0] ?? '');
}

function commonStart(one: string, other: string): string {
	let length = 0;
	while (length < one.length && one.charAt(length) === other.charAt(length)) {
		length++;
	}
	return one.slice(0, length);
}

function indented(text: string, indent: string): string {
	return indent === '' ? text : text.replace(/^(?=.*\S)/gm, indent);
}
