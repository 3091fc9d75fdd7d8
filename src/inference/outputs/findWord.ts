/** A stretch of a text in UTF-16 units, end exclusive. */
export interface Stretch {
	readonly start: number;
	readonly end: number;
}

/** What tokenizers add to words or take from them: their own marks, blanks, case and accents. */
const LOST = /^##|[▁Ġ\s\p{M}]/gu;

/** A word as it looks after a tokenizer: nothing but what every tokenizer keeps. */
export function foldWord(word: string): string {
	return word.normalize('NFKD').replace(LOST, '').toLowerCase();
}

/**
 * Finds a tokenizer's words in the text that they came from. Whole words win over parts of words, and among those the
 * one nearest to where it was said to be.
 */
export function wordFinder(text: string): (word: string, near: number) => Stretch | undefined {
	let folded: FoldedText | undefined;
	return (word, near) => {
		const plain = word.trim();
		const needle = foldWord(word);
		return (
			nearest(occurrences(text, plain), near, text) ??
			nearest(occurrencesFolded((folded ??= foldText(text)), needle), near, text)
		);
	};
}

interface FoldedText {
	readonly text: string;
	/** For each UTF-16 unit of the folded text, where the character that it came from starts and ends. */
	readonly starts: readonly number[];
	readonly ends: readonly number[];
}

function foldText(text: string): FoldedText {
	const starts: number[] = [];
	const ends: number[] = [];
	let folded = '';
	let at = 0;
	for (const character of text) {
		const kept = foldWord(character);
		starts.push(...new Array<number>(kept.length).fill(at));
		ends.push(...new Array<number>(kept.length).fill(at + character.length));
		folded += kept;
		at += character.length;
	}
	return { text: folded, starts, ends };
}

function* occurrences(text: string, word: string): Generator<Stretch> {
	if (word !== '') {
		for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
			yield { start: at, end: at + word.length };
		}
	}
}

function* occurrencesFolded({ text, starts, ends }: FoldedText, word: string): Generator<Stretch> {
	for (const { start, end } of occurrences(text, word)) {
		yield { start: starts[start] ?? 0, end: ends[end - 1] ?? 0 };
	}
}

function nearest(found: Iterable<Stretch>, near: number, text: string): Stretch | undefined {
	let best: Stretch | undefined;
	let bestDistance = Infinity;
	for (const stretch of found) {
		// A part of a word counts as farther away than anything in the text.
		const distance = Math.abs(stretch.start - near) + (isWhole(stretch, text) ? 0 : text.length + 1);
		if (distance < bestDistance) {
			best = stretch;
			bestDistance = distance;
		}
	}
	return best;
}

function isWhole({ start, end }: Stretch, text: string): boolean {
	const inside = /[\p{L}\p{N}]/u;
	return !(inside.test(text.charAt(start - 1)) || inside.test(text.charAt(end)));
}
