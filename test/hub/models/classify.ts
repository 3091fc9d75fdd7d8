import { softmax } from './softmax';
import { words } from './text';

export interface Scored {
	readonly label: string;
	readonly score: number;
}

/** A label, its weight without any evidence, and the words that speak for it. */
export interface LabelLexicon {
	readonly label: string;
	readonly bias: number;
	readonly words: ReadonlySet<string>;
}

const list = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter(word => word !== ''));

const positive =
	list(`amazing beautiful best better brilliant clean clear comfortable correct delight delightful easy
	elegant enjoy enjoyed excellent fantastic fast fine fixed friendly fun glad good great happy helpful impressed
	impressive improve improved joy kind like liked love loved lovely nice perfect pleasant pleased quick recommend
	reliable robust simple smooth solid stable success superb thank thanks useful warm well win wonderful works`);

const negative =
	list(`angry annoying awful bad boring broke broken bug bugs complicated confusing crash crashed crashes
	crashing dead difficult dirty disappointed disappointing dislike error errors fail failed fails failure flawed
	freeze frustrating hate hated horrible hurt lost mediocre mess missing pain painful poor problem problems sad slow
	stuck terrible tired ugly unclear unhappy unreliable unusable useless waste weak worse worst wrong`);

const emotions = {
	anger: list('angry annoyed annoying furious hate hated mad outrage outraged rage resent unfair'),
	disgust: list('awful dirty disgust disgusting filthy gross nasty revolting sick vile'),
	fear: list(
		'afraid alarm anxious danger dangerous fear frightened nervous panic scared terrified threat worry worried',
	),
	joy: list(
		'amazing celebrate cheerful delight delighted enjoy enjoyed fun glad great happy joy laugh love loved smile wonderful',
	),
	neutral: list('according also because file is line report the value was'),
	sadness: list(
		'alone cry crying disappointed grief heartbroken lonely lose lost miss sad sorrow tears unhappy',
	),
	surprise: list(
		'amazed astonished incredible shocked sudden suddenly surprise surprised surprising unbelievable unexpected wow',
	),
} as const;

/** The labels of each kind of classifier, in the order of the models that they stand for. */
export const CLASSIFIERS = {
	sentiment: [
		{ label: 'NEGATIVE', bias: 0, words: negative },
		{ label: 'POSITIVE', bias: 0.1, words: positive },
	],
	threeWay: [
		{ label: 'negative', bias: 0, words: negative },
		{ label: 'neutral', bias: 0.8, words: list('') },
		{ label: 'positive', bias: 0, words: positive },
	],
	emotion: Object.entries(emotions).map(([label, own]) => ({
		label,
		bias: label === 'neutral' ? 0.5 : 0,
		words: own,
	})),
} as const satisfies Record<string, readonly LabelLexicon[]>;

export type ClassifierName = keyof typeof CLASSIFIERS;

const negations = list("not no never hardly isn't wasn't don't doesn't didn't can't cannot won't without");
const reach = 3;

/** How many of the lexicon's words occur in a clause; a word that is negated shortly before counts against it. */
function evidence(clause: readonly string[], lexicon: LabelLexicon): number {
	return clause.reduce((sum, word, index) => {
		if (!lexicon.words.has(word)) {
			return sum;
		}
		const negated = clause.slice(Math.max(0, index - reach), index).some(before => negations.has(before));
		return sum + (negated ? -1 : 1);
	}, 0);
}

/** Probabilities of a classifier's labels for a text, the highest first. */
export function classify(text: string, lexicons: readonly LabelLexicon[]): readonly Scored[] {
	const clauses = text
		.split(/[,.;:!?\n]|\bbut\b/)
		.map(clause => words(clause).map(word => word.text.toLowerCase().replace('’', "'")));
	const weigh = (lexicon: LabelLexicon) =>
		clauses.reduce((sum, clause) => sum + 1.8 * evidence(clause, lexicon), lexicon.bias);
	const scores = softmax(lexicons.map(weigh));
	return lexicons
		.map(({ label }, index) => ({ label, score: scores[index] ?? 0 }))
		.toSorted((a, b) => b.score - a.score);
}
