import { contentWords, countWords, sentences } from './text';

export interface SummaryLimits {
	readonly maxSentences: number;
	/** Words in the summary, unless one sentence alone has more. */
	readonly maxWords: number;
}

/**
 * An extractive summary: the sentences whose words are the most frequent in the text, the first one favoured, in their
 * order in the text.
 */
export function summarize(text: string, { maxSentences, maxWords }: SummaryLimits): string {
	const all = sentences(text);
	const counts = countWords(contentWords(text));
	const scored = all.map((sentence, index) => {
		const own = contentWords(sentence.text);
		const weight = own.reduce((sum, word) => sum + (counts.get(word) ?? 0), 0) / Math.sqrt(own.length + 1);
		return { sentence, index, score: weight * (index === 0 ? 1.5 : 1) };
	});
	const chosen: typeof scored = [];
	let total = 0;
	for (const candidate of scored.toSorted((a, b) => b.score - a.score || a.index - b.index)) {
		const length = candidate.sentence.text.split(/\s+/).length;
		if (chosen.length < maxSentences && (chosen.length === 0 || total + length <= maxWords)) {
			chosen.push(candidate);
			total += length;
		}
	}
	return chosen
		.toSorted((a, b) => a.index - b.index)
		.map(({ sentence }) => sentence.text)
		.join(' ');
}
