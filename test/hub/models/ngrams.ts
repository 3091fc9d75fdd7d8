import { hash32 } from '../digests';
import { CORPUS } from './corpus';

const piecePattern = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*|[.,!?;:]/gu;

/** The words and marks of a text, in lower case. */
export function pieces(text: string): readonly string[] {
	return text.toLowerCase().match(piecePattern) ?? [];
}

type Counts = Map<string, Map<string, number>>;

function count(counts: Counts, key: string, next: string): void {
	const row = counts.get(key) ?? new Map<string, number>();
	row.set(next, (row.get(next) ?? 0) + 1);
	counts.set(key, row);
}

/** What follows one word, and what follows two. */
export interface Ngrams {
	readonly after: ReadonlyMap<string, ReadonlyMap<string, number>>;
	readonly afterTwo: ReadonlyMap<string, ReadonlyMap<string, number>>;
	/** How often each word occurs. */
	readonly single: ReadonlyMap<string, number>;
}

export function readNgrams(texts: readonly string[]): Ngrams {
	const after: Counts = new Map();
	const afterTwo: Counts = new Map();
	const single = new Map<string, number>();
	for (const list of texts.map(pieces)) {
		list.forEach((word, i) => {
			single.set(word, (single.get(word) ?? 0) + 1);
			const [before, beforeThat] = [list[i - 1], list[i - 2]];
			if (before !== undefined) {
				count(after, before, word);
				if (beforeThat !== undefined) {
					count(afterTwo, `${beforeThat} ${before}`, word);
				}
			}
		});
	}
	return { after, afterTwo, single };
}

const corpus = readNgrams([CORPUS]);

/** The model that has read the corpus alone. */
export function corpusNgrams(): Ngrams {
	return corpus;
}

/** The candidates in the order of their count; equal ones in an order that `salt` shuffles, always the same way. */
function ranked(row: ReadonlyMap<string, number>, salt: string): readonly string[] {
	return [...row]
		.toSorted((a, b) => b[1] - a[1] || hash32(salt + a[0]) - hash32(salt + b[0]))
		.map(([word]) => word);
}

/** How words are written that have a capital in the middle of a sentence, by their lower case. */
function names(text: string): ReadonlyMap<string, string> {
	const found = [...text.matchAll(/(?<=[\p{L}\p{N},;:] )\p{Lu}[\p{L}\p{N}]*/gu)].map(([name]) => name);
	return new Map(found.map(name => [name.toLowerCase(), name]));
}

/** Writes pieces as prose: marks close up, names have their capital, and so has the start of a sentence. */
function prose(
	list: readonly string[],
	startsSentence: boolean,
	written: ReadonlyMap<string, string>,
): string {
	let text = '';
	let capital = startsSentence;
	for (const piece of list) {
		const item = written.get(piece) ?? piece;
		const isMark = /^[.,!?;:]$/.test(item);
		text +=
			(isMark || text === '' ? '' : ' ') + (capital ? item.charAt(0).toUpperCase() + item.slice(1) : item);
		capital = /^[.!?]$/.test(item);
	}
	return text;
}

/**
 * Goes on from a prompt for so many words and marks: each time the word that most often follows the last two, else the
 * last one, in the corpus and the prompt. A pair of words is continued differently each time that it comes round again.
 */
export function continueText(prompt: string, length: number): string {
	const model = readNgrams([CORPUS, prompt]);
	const history = [...pieces(prompt)];
	const start = history.length;
	const visits = new Map<string, number>();
	for (let i = 0; i < length; i++) {
		const pair = history.slice(-2).join(' ');
		const row = model.afterTwo.get(pair) ?? model.after.get(history.at(-1) ?? '') ?? model.after.get('.');
		const candidates = ranked(row ?? model.single, pair);
		const visit = visits.get(pair) ?? 0;
		visits.set(pair, visit + 1);
		history.push(candidates[visit % candidates.length] ?? '.');
	}
	return prose(history.slice(start), /(?:^|[.!?])\s*$/.test(prompt), names(CORPUS + prompt));
}
