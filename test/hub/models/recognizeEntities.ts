import { CALENDAR, FIRST_NAMES, ORGANIZATION_NAMES, ORGANIZATION_WORDS, PLACES, TITLES } from './gazetteer';
import { isStopWord, sentences, type Stretch, words } from './text';

export interface Entity {
	readonly entity_group: 'PER' | 'ORG' | 'LOC' | 'MISC';
	readonly score: number;
	readonly word: string;
	/** UTF-16 offsets into the text, end exclusive. */
	readonly start: number;
	readonly end: number;
}

/** “I” and “The” are never names; “US” may be one. */
const isCapitalized = (word: string) =>
	/^\p{Lu}/u.test(word) && (!isStopWord(word) || /^\p{Lu}{2,}$/u.test(word));

/** What may stand between two words of one name: a blank, or “of” after “University” and the like. */
function joins(gap: string, before: string): boolean {
	return gap === ' ' || (/^ of (?:the )?$/.test(gap) && ORGANIZATION_WORDS.has(before));
}

/** Runs of capitalized words that make one name. A word that only opens a sentence is none, unless it is known. */
function capitalizedRuns(text: string): ReadonlyArray<readonly Stretch[]> {
	const sentenceStarts = new Set(sentences(text).map(({ start }) => start));
	const runs: Stretch[][] = [];
	for (const word of words(text)) {
		const opens = sentenceStarts.has(word.start) && !isKnown(word.text) && !beginsName(text, word);
		if (!isCapitalized(word.text) || CALENDAR.has(word.text) || opens) {
			continue;
		}
		const last = runs.at(-1);
		const previous = last?.at(-1);
		if (last && previous && joins(text.slice(previous.end, word.start), previous.text)) {
			last.push(word);
		} else {
			runs.push([word]);
		}
	}
	return runs;
}

function isKnown(word: string): boolean {
	const lists = [FIRST_NAMES, PLACES, ORGANIZATION_NAMES, ORGANIZATION_WORDS, TITLES];
	return lists.some(list => list.has(word)) || /^\p{Lu}{2,}$/u.test(word);
}

/** Whether a word that opens a sentence is followed by one that makes an organization of it. */
function beginsName(text: string, word: Stretch): boolean {
	const next = /^ (\p{Lu}\p{L}*)/u.exec(text.slice(word.end))?.[1];
	return !isStopWord(word.text) && next !== undefined && ORGANIZATION_WORDS.has(next);
}

type Verdict = Pick<Entity, 'entity_group' | 'score'>;

/** What a run of capitalized words names, by the strongest rule that fits. */
function judge(run: readonly string[], before: string): Verdict {
	const joined = run.join(' ');
	const first = run[0] ?? '';
	if (PLACES.has(joined)) {
		return { entity_group: 'LOC', score: 0.998 };
	}
	if (ORGANIZATION_NAMES.has(joined)) {
		return { entity_group: 'ORG', score: 0.996 };
	}
	if (run.some(word => ORGANIZATION_WORDS.has(word))) {
		return { entity_group: 'ORG', score: 0.985 };
	}
	if (FIRST_NAMES.has(first)) {
		return { entity_group: 'PER', score: run.length > 1 ? 0.997 : 0.978 };
	}
	if (TITLES.has(before)) {
		return { entity_group: 'PER', score: 0.962 };
	}
	if (/^(?:in|at|from|near|to)$/.test(before)) {
		return { entity_group: 'LOC', score: 0.71 };
	}
	if (/^(?:by|with)$/.test(before) && run.length > 1) {
		return { entity_group: 'PER', score: 0.68 };
	}
	return /^\p{Lu}{2,5}$/u.test(joined)
		? { entity_group: 'ORG', score: 0.64 }
		: { entity_group: 'MISC', score: 0.58 };
}

/** Persons, places, organizations and other names, found by lists of names and a few rules, in the order of the text. */
export function recognizeEntities(text: string): readonly Entity[] {
	return capitalizedRuns(text).flatMap(run => {
		const named = TITLES.has(run[0]?.text ?? '') ? run.slice(1) : run;
		const first = named[0];
		const last = named.at(-1);
		if (!first || !last) {
			return [];
		}
		const before =
			named === run ? (/(\p{L}+)\.? $/u.exec(text.slice(0, first.start))?.[1] ?? '') : (run[0]?.text ?? '');
		const verdict = judge(
			named.map(({ text: word }) => word),
			before,
		);
		return [{ ...verdict, word: text.slice(first.start, last.end), start: first.start, end: last.end }];
	});
}
