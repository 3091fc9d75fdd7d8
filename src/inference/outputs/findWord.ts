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

/** Where a word is looked for first: near a place that the server gave, or from the word before it onwards. */
export type Hint = { readonly near: number } | { readonly from: number };

/**
 * Finds a tokenizer's words in the text that they came from. Whole words win over parts of words, exact ones over folded
 * ones, and among equals the one that fits the hint best.
 */
export function wordFinder(text: string): (word: string, hint: Hint) => Stretch | undefined {
	let folded: FoldedText | undefined;
	const whole = (stretch: Stretch) => isWhole(stretch, text);
	return (word, hint) => {
		const exact = [...occurrences(text, word.trim())];
		const wholeExact = nearest(exact.filter(whole), hint);
		if (wholeExact) {
			return wholeExact;
		}
		const alike = [...occurrencesFolded((folded ??= foldText(text)), foldWord(word))];
		return nearest(alike.filter(whole), hint) ?? nearest(exact, hint) ?? nearest(alike, hint);
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

function nearest(stretches: readonly Stretch[], hint: Hint): Stretch | undefined {
	if ('from' in hint) {
		return stretches.find(({ start }) => start >= hint.from) ?? stretches.at(0);
	}
	const distance = ({ start }: Stretch) => Math.abs(start - hint.near);
	return stretches.reduce<Stretch | undefined>(
		(best, other) => (best === undefined || distance(other) < distance(best) ? other : best),
		undefined,
	);
}

function isWhole({ start, end }: Stretch, text: string): boolean {
	const inside = /[\p{L}\p{N}]/u;
	return !(inside.test(text.charAt(start - 1)) || inside.test(text.charAt(end)));
}
