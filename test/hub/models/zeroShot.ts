import { CLASSIFIERS, type Scored } from './classify';
import { cosine, embed } from './embed';
import { softmax } from './softmax';
import { contentWords, words } from './text';

/** Words that speak for everyday labels, beside the label itself. */
const related: Readonly<Record<string, string>> = {
	billing: 'invoice payment paid charge charged refund price subscription card bill',
	bug: 'crash error fails broken wrong exception stack trace',
	business: 'company market shares profit revenue investor bank',
	finance: 'money bank loan interest shares market budget',
	food: 'eat cook dinner lunch recipe restaurant bread soup meal',
	politics: 'election vote parliament minister president law government',
	refund: 'money back return returned reimburse',
	science: 'experiment theory physics biology research scientist measure',
	shipping: 'delivery parcel package arrived late order tracking',
	sport: 'match team goal player score league win championship',
	sports: 'match team goal player score league win championship',
	technology: 'computer software phone chip code internet server model',
	travel: 'flight hotel trip train journey holiday airport',
	urgent: 'now immediately asap today deadline emergency quickly',
	weather: 'rain sun storm wind snow cloud temperature forecast',
};

const lexiconWords = new Map<string, string>(
	[...CLASSIFIERS.sentiment, ...CLASSIFIERS.emotion].map(({ label, words: own }) => [
		label.toLowerCase(),
		[...own].join(' '),
	]),
);

/** How much of a text speaks for a label: its own words, words related to it, and a likeness of letters. */
function affinity(text: string, label: string): number {
	const name = label.toLowerCase();
	const evidence = new Set([
		...contentWords(name),
		...words(`${related[name] ?? ''} ${lexiconWords.get(name) ?? ''}`).map(word => word.text),
	]);
	const hits = contentWords(text).filter(
		word => evidence.has(word) || evidence.has(word.replace(/s$/, '')),
	).length;
	return 1.6 * hits + 3 * cosine(embed(text), embed(`${label} ${related[name] ?? ''}`));
}

/** Scores for labels that were never seen before; they add up to 1 unless several may be right at once (`multiLabel`). */
export function zeroShot(text: string, labels: readonly string[], multiLabel: boolean): readonly Scored[] {
	const weights = labels.map(label => affinity(text, label));
	const scores = multiLabel ? weights.map(weight => 1 / (1 + Math.exp(1 - weight))) : softmax(weights);
	return labels.map((label, i) => ({ label, score: scores[i] ?? 0 })).toSorted((a, b) => b.score - a.score);
}
