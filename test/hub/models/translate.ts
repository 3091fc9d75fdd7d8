import { WORD_LISTS } from './lexicons/wordLists';

const LANGUAGES = ['en', 'fr', 'de', 'es'] as const;

export type Language = (typeof LANGUAGES)[number];

const rows: ReadonlyArray<readonly string[]> = WORD_LISTS.trim()
	.split('\n')
	.map(line => line.split('|').map(cell => cell.trim()));

/** The language that a code means: `fr`, `fra_Latn`, `fr_XX`, `French`. */
export function readLanguage(code: string): Language | undefined {
	const names = {
		en: /^en|^eng|english/i,
		fr: /^fr|french/i,
		de: /^de|^ger|german/i,
		es: /^es|^spa|spanish/i,
	};
	return LANGUAGES.find(language => names[language].test(code.trim()));
}

function wordList(from: Language, to: Language): ReadonlyMap<string, string> {
	const [source, target] = [LANGUAGES.indexOf(from), LANGUAGES.indexOf(to)];
	const list = new Map<string, string>();
	for (const row of rows) {
		const key = row[source]?.toLowerCase();
		const value = row[target];
		if (key !== undefined && value !== undefined && !list.has(key)) {
			list.set(key, value);
		}
	}
	return list;
}

export interface Translation {
	readonly text: string;
	/** Words that the list does not have; they stand in the text as they were. */
	readonly unknown: readonly string[];
}

function likeCase(source: string, target: string): string {
	return /^\p{Lu}/u.test(source) && source !== 'I'
		? target.charAt(0).toUpperCase() + target.slice(1)
		: target;
}

/** Puts each word of a text in the place of its translation; one that ends in s is looked up without it, too. */
export function translate(text: string, from: Language, to: Language): Translation {
	const list = wordList(from, to);
	const unknown: string[] = [];
	const translated = text.replace(/\p{L}+(?:['’]\p{L}+)*/gu, word => {
		const key = word.toLowerCase().replace('’', "'");
		const found = list.get(key) ?? list.get(key.replace(/s$/, ''));
		if (found === undefined) {
			unknown.push(word);
			return word;
		}
		return likeCase(word, found);
	});
	return { text: translated, unknown };
}
