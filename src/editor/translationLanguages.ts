import type { LanguagePair } from './runMemory';

/** How a family of models spells languages, by ISO 639-1 code. */
interface Family {
	readonly models: RegExp;
	readonly codes: 'iso' | 'flores' | 'mbart';
}

/**
 * Models that translate between several languages and have to be told which. The others have their languages built in,
 * mostly in their name, such as opus-mt-en-fr.
 */
const FAMILIES: readonly Family[] = [
	{ models: /nllb/i, codes: 'flores' },
	{ models: /mbart-large-50|mbart50/i, codes: 'mbart' },
	{ models: /m2m[-_]?100|small100/i, codes: 'iso' },
];

interface Language {
	readonly iso: string;
	readonly name: string;
	/** FLORES-200, as NLLB spells it. */
	readonly flores: string;
	/** As mBART-50 spells it. */
	readonly mbart: string;
}

/** The languages that are offered: name, ISO 639-1, FLORES-200, mBART-50. */
const LANGUAGES: readonly Language[] = (
	[
		['Arabic', 'ar', 'arb_Arab', 'ar_AR'],
		['Chinese', 'zh', 'zho_Hans', 'zh_CN'],
		['Czech', 'cs', 'ces_Latn', 'cs_CZ'],
		['Dutch', 'nl', 'nld_Latn', 'nl_XX'],
		['English', 'en', 'eng_Latn', 'en_XX'],
		['Finnish', 'fi', 'fin_Latn', 'fi_FI'],
		['French', 'fr', 'fra_Latn', 'fr_XX'],
		['German', 'de', 'deu_Latn', 'de_DE'],
		['Hebrew', 'he', 'heb_Hebr', 'he_IL'],
		['Hindi', 'hi', 'hin_Deva', 'hi_IN'],
		['Indonesian', 'id', 'ind_Latn', 'id_ID'],
		['Italian', 'it', 'ita_Latn', 'it_IT'],
		['Japanese', 'ja', 'jpn_Jpan', 'ja_XX'],
		['Korean', 'ko', 'kor_Hang', 'ko_KR'],
		['Persian', 'fa', 'pes_Arab', 'fa_IR'],
		['Polish', 'pl', 'pol_Latn', 'pl_PL'],
		['Portuguese', 'pt', 'por_Latn', 'pt_XX'],
		['Romanian', 'ro', 'ron_Latn', 'ro_RO'],
		['Russian', 'ru', 'rus_Cyrl', 'ru_RU'],
		['Spanish', 'es', 'spa_Latn', 'es_XX'],
		['Swedish', 'sv', 'swe_Latn', 'sv_SE'],
		['Turkish', 'tr', 'tur_Latn', 'tr_TR'],
		['Ukrainian', 'uk', 'ukr_Cyrl', 'uk_UA'],
		['Vietnamese', 'vi', 'vie_Latn', 'vi_VN'],
	] as const
).map(([name, iso, flores, mbart]) => ({ name, iso, flores, mbart }));

/** The languages that `model` is told to translate between, as it spells them; none where it needs none. */
export function languageOptions(
	model: string,
): ReadonlyArray<{ readonly value: string; readonly label: string }> {
	const family = familyOf(model);
	return family ? LANGUAGES.map(language => ({ value: language[family.codes], label: language.name })) : [];
}

/** The languages that two parameters of `model` name, if they are such. */
export function languagePair(
	model: string,
	{ src_lang: source, tgt_lang: target }: Readonly<Record<string, unknown>>,
): LanguagePair | undefined {
	const family = familyOf(model);
	const iso = (code: unknown) => LANGUAGES.find(one => family && one[family.codes] === code)?.iso;
	const from = iso(source);
	const to = iso(target);
	return from !== undefined && to !== undefined ? { from, to } : undefined;
}

/** Whether a model has to be told the languages. */
export function needsLanguages(model: string): boolean {
	return familyOf(model) !== undefined;
}

/** The parameters that tell `model` to translate between two languages; none where it needs none or does not know them. */
export function languageParameters(
	model: string,
	{ from, to }: LanguagePair,
): Readonly<Record<string, string>> {
	const family = familyOf(model);
	const source = codeOf(family, from);
	const target = codeOf(family, to);
	return source === undefined || target === undefined ? {} : { src_lang: source, tgt_lang: target };
}

function familyOf(model: string): Family | undefined {
	return FAMILIES.find(({ models }) => models.test(model));
}

function codeOf(family: Family | undefined, iso: string): string | undefined {
	const language = LANGUAGES.find(one => one.iso === iso);
	return family && language?.[family.codes];
}
