/** A stretch of a text; offsets count UTF-16 units, end exclusive. */
export interface Stretch {
	readonly text: string;
	readonly start: number;
	readonly end: number;
}

const wordPattern = /[\p{L}\p{N}]+(?:['’\-.&][\p{L}\p{N}]+)*/gu;
const sentencePattern = /(?:[^.!?\n]|(?<=\b(?:Dr|Mr|Mrs|Ms|No|Prof|St|vs))\.|[.!?](?!\s|$))+[.!?]*["')\]]*/gu;

function stretches(text: string, pattern: RegExp): readonly Stretch[] {
	return [...text.matchAll(pattern)].map(match => {
		const start = match.index + (match[0].length - match[0].trimStart().length);
		const trimmed = match[0].trim();
		return { text: trimmed, start, end: start + trimmed.length };
	});
}

/** The words of a text, in order. */
export function words(text: string): readonly Stretch[] {
	return stretches(text, wordPattern);
}

/** The sentences of a text, in order; a line break ends one, too. */
export function sentences(text: string): readonly Stretch[] {
	return stretches(text, sentencePattern).filter(({ text: sentence }) => /[\p{L}\p{N}]/u.test(sentence));
}

const stopWords = new Set(
	`a about above after again all also am an and any are as at be because been before being below between both but by can
	could did do does doing down during each few for from further had has have having he her here hers him his how i if in
	into is it its itself just me more most my no nor not now of off on once one only or other our out over own same she
	should so some such than that the their them then there these they this those through to too under until up us very was
	we were what when where which while who whom why will with would you your`.split(/\s+/),
);

export function isStopWord(word: string): boolean {
	return stopWords.has(word.toLowerCase());
}

/** The words that carry meaning, in lower case. */
export function contentWords(text: string): readonly string[] {
	return words(text)
		.map(word => word.text.toLowerCase())
		.filter(word => !stopWords.has(word));
}

export function countWords(list: readonly string[]): ReadonlyMap<string, number> {
	const counts = new Map<string, number>();
	for (const word of list) {
		counts.set(word, (counts.get(word) ?? 0) + 1);
	}
	return counts;
}
