import { hash32 } from '../digests';
import { CORPUS } from './corpus';
import { corpusNgrams } from './ngrams';
import { contentWords, sentences } from './text';

export interface Filling {
	readonly score: number;
	/** A number that stands for the word, always the same one. */
	readonly token: number;
	readonly token_str: string;
	/** The text with the mask replaced. */
	readonly sequence: string;
}

const mask = /\[MASK\]|<mask>/i;
const word = /[\p{L}\p{N}]+|[.,!?;:]/gu;

const corpusSentences = sentences(CORPUS.replace(/\n/g, ' ')).map(({ text }) => new Set(contentWords(text)));

/** How many words of the text stand beside the candidate in one sentence of the corpus, at best. */
function company(candidate: string, others: readonly string[]): number {
	const shared = corpusSentences
		.filter(sentence => sentence.has(candidate))
		.map(sentence => others.filter(other => sentence.has(other)).length);
	return Math.max(0, ...shared);
}

/** The words that fit best at the mask, by what precedes and follows it in the corpus; undefined without a mask. */
export function fillMask(
	text: string,
	topK: number,
	targets: readonly string[] = [],
): readonly Filling[] | undefined {
	const found = mask.exec(text);
	if (!found) {
		return undefined;
	}
	const { after, afterTwo, single } = corpusNgrams();
	const left = text.slice(0, found.index).toLowerCase().match(word) ?? [];
	const right = text
		.slice(found.index + found[0].length)
		.toLowerCase()
		.match(word)?.[0];
	const others = contentWords(text.replace(found[0], ' '));
	const weigh = (candidate: string) =>
		4 * company(candidate, others) +
		20 * (afterTwo.get(left.slice(-2).join(' '))?.get(candidate) ?? 0) +
		5 * (after.get(left.at(-1) ?? '.')?.get(candidate) ?? 0) +
		(right === undefined ? 0 : 8 * (after.get(candidate)?.get(right) ?? 0)) +
		0.05 * (single.get(candidate) ?? 0);
	const candidates = targets.length > 0 ? targets : [...single.keys()].filter(key => /\p{L}/u.test(key));
	const weighed = candidates.map(candidate => ({ candidate, weight: weigh(candidate.toLowerCase()) ** 2 }));
	const total = weighed.reduce((sum, { weight }) => sum + weight, 0) || 1;
	return weighed
		.toSorted((a, b) => b.weight - a.weight || a.candidate.localeCompare(b.candidate, 'en'))
		.slice(0, topK)
		.map(({ candidate, weight }) => ({
			score: weight / total,
			token: hash32(candidate) % 30_522,
			token_str: candidate,
			sequence: text.replace(found[0], candidate),
		}));
}
