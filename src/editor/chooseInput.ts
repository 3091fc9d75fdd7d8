/** A stretch of a document: UTF-16 offsets, end exclusive. */
export interface Stretch {
	readonly start: number;
	readonly end: number;
}

/** A part of a document that a model can be run on. */
export interface Passage extends Stretch {
	readonly kind: 'selection' | 'paragraph' | 'file' | 'cell';
	readonly text: string;
	/** The selections one by one; the text alone where there is one. */
	readonly parts: readonly string[];
	/** `text` is several selections joined with line breaks; `start` and `end` are those of all of them together. */
	readonly joined: boolean;
}

/** What to run on: one passage, one of several after asking, or nothing for a reason that the user is told. */
export type InputChoice =
	| { readonly type: 'use'; readonly passage: Passage }
	| { readonly type: 'ask'; readonly passages: readonly Passage[] }
	| { readonly type: 'refuse'; readonly why: string };

/** The document as the choice sees it. `cursor` is an offset; selections may be empty. */
export interface DocumentState {
	readonly fileName: string;
	/** Whether it is one cell of a notebook. */
	readonly isCell?: boolean;
	readonly text: string;
	readonly selections: readonly Stretch[];
	readonly cursor: number;
}

/** In bytes of UTF-8. Longer texts fit no model and would make the window slow. */
export const LONGEST_INPUT = 1_000_000;

/** The selection; without one, the paragraph that the cursor is in or the whole file, as the user wishes. */
export function chooseInput({ fileName, isCell, text, selections, cursor }: DocumentState): InputChoice {
	const selected = selections
		.filter(({ start, end }) => text.slice(start, end).trim() !== '')
		.sort((a, b) => a.start - b.start);
	const [first] = selected;
	if (first) {
		const parts = selected.map(({ start, end }) => text.slice(start, end));
		const passage: Passage = {
			kind: 'selection',
			text: parts.join('\n'),
			parts,
			start: first.start,
			end: Math.max(...selected.map(({ end }) => end)),
			joined: selected.length > 1,
		};
		return isTooLong(passage.text)
			? { type: 'refuse', why: 'The selection is larger than 1 MB. Select less text.' }
			: { type: 'use', passage };
	}
	if (text.trim() === '') {
		return { type: 'refuse', why: `${fileName} is blank. Write or open some text first.` };
	}
	const whole: Passage = {
		kind: isCell ? 'cell' : 'file',
		text,
		parts: [text],
		start: 0,
		end: text.length,
		joined: false,
	};
	const paragraph = paragraphAt(text, cursor);
	const passages = [paragraph, whole].filter(
		(passage, index, all) =>
			!isTooLong(passage.text) && !(index === 0 && passage.text.trim() === all[1]?.text.trim()),
	);
	return passages.length > 0
		? { type: 'ask', passages }
		: { type: 'refuse', why: `${fileName} is larger than 1 MB. Select the part to run on.` };
}

/**
 * The lines around `cursor` up to the nearest blank ones, without the last line break. On a blank line it is the
 * paragraph above, which the user has most likely just finished, else the one below. The text must not be blank.
 */
function paragraphAt(text: string, cursor: number): Passage {
	const lines = linesOf(text);
	const isBlank = (index: number) => {
		const line = lines[index];
		return line === undefined || text.slice(line.start, line.end).trim() === '';
	};
	const here = lines.findLastIndex(line => line.start <= cursor);
	const above = lines.findLastIndex((_, index) => index <= here && !isBlank(index));
	const inside = above >= 0 ? above : lines.findIndex((_, index) => !isBlank(index));
	let first = inside;
	while (!isBlank(first - 1)) {
		first--;
	}
	let last = inside;
	while (!isBlank(last + 1)) {
		last++;
	}
	const start = lines[first]?.start ?? 0;
	const end = lines[last]?.end ?? text.length;
	const own = text.slice(start, end);
	return { kind: 'paragraph', text: own, parts: [own], start, end, joined: false };
}

/** The lines' stretches without their line breaks. */
function linesOf(text: string): readonly Stretch[] {
	const lines: Stretch[] = [];
	let start = 0;
	for (const match of text.matchAll(/\r\n|\n|\r/g)) {
		lines.push({ start, end: match.index });
		start = match.index + match[0].length;
	}
	lines.push({ start, end: text.length });
	return lines;
}

function isTooLong(text: string): boolean {
	return text.length > LONGEST_INPUT || Buffer.byteLength(text) > LONGEST_INPUT;
}
