/** What the Hub takes beside codes. */
const OTHERS: Readonly<Record<string, string>> = { multilingual: 'Multilingual', code: 'Code' };

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];

const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

/**
 * A language by the code of ISO 639 that a card names it by: its name, or the code itself where it has none here. Nothing for
 * what is no code.
 */
export function languageName(code: string): string | undefined {
	if (Object.hasOwn(OTHERS, code)) {
		return OTHERS[code];
	}
	// Not every language of three letters has a name here, so any three are taken.
	return /^[a-z]{2}$/.test(code)
		? names.of(code)
		: /^[a-z]{3}$/.test(code)
			? (names.of(code) ?? code)
			: undefined;
}

/** The codes of two letters, and what else there is to choose. */
export function languageCodes(): readonly string[] {
	const pairs = LETTERS.flatMap(first => LETTERS.map(second => `${first}${second}`));
	return [...Object.keys(OTHERS), ...pairs.filter(code => languageName(code) !== undefined)];
}
