import type { RepoType } from '../shared/repoType';
import { LICENSES } from '../ui/hubValues';
import { isRepoId } from '../util/isRepoId';
import { nearest } from '../util/nearest';
import { parseRepoRef } from '../util/parseRepoRef';
import type { CardValue } from './cardDocument';
import type { FieldValue } from './cardField';
import type { CardFinding, CardFix } from './cardFinding';
import { languageCodes, languageName } from './languageName';

/** Words that YAML of the first version, which Python reads, takes for yes or no. */
const YES_OR_NO = /^(?:y|n|yes|no|on|off)$/i;

/** What is wrong with one value of a field. */
export function checkValue(name: string, field: FieldValue, value: CardValue): readonly CardFinding[] {
	switch (field.kind) {
		case 'flag':
			return typeof value.value === 'boolean' ? [] : [error(value, `“${name}” must be true or false.`)];
		case 'number':
			return typeof value.value === 'number' ? [] : [error(value, `“${name}” must be a number.`)];
		case 'license':
			return checkText(name, value) ?? checkLicense(value);
		case 'language':
			return checkText(name, value) ?? checkLanguage(value);
		case 'choice':
			return (
				checkText(name, value) ?? (field.open ? [] : checkChoice(name, Object.keys(field.values), value))
			);
		case 'repo':
			return checkText(name, value) ?? checkRepo(field.of, value);
		case 'text':
			return checkText(name, value) ?? [];
		case 'structure':
			return [];
	}
}

/** A version such as 3.10 is read as a number, and its zero is lost. */
function checkText(name: string, value: CardValue): readonly CardFinding[] | undefined {
	if (typeof value.value === 'string') {
		return undefined;
	}
	return [
		{
			...error(value, `“${name}” must be text, and YAML reads this as something else. Put it in quotes.`),
			fixes: [{ ...place(value), title: 'Put It in Quotes', text: JSON.stringify(value.text) }],
		},
	];
}

function checkLicense(value: CardValue): readonly CardFinding[] {
	if (Object.hasOwn(LICENSES, value.text)) {
		return [];
	}
	const byName = Object.entries(LICENSES).flatMap(([id, label]) =>
		nearest(value.text, [label]).length > 0 ? [id] : [],
	);
	const meant = [...new Set([...nearest(value.text, Object.keys(LICENSES)), ...byName])].slice(0, 3);
	return [
		{
			...error(
				value,
				`The Hub knows no license “${value.text}”. For one that it does not list, write “other”, and its name in “license_name”.`,
			),
			fixes: changes(value, [...meant, 'other']),
		},
	];
}

function checkLanguage(value: CardValue): readonly CardFinding[] {
	const { text, isQuoted } = value;
	if (languageName(text) !== undefined) {
		return YES_OR_NO.test(text) && !isQuoted
			? [
					{
						...error(value, `Python reads “${text}” without quotes as a yes or no, not as a language.`),
						severity: 'warning',
						fixes: [{ ...place(value), title: 'Put It in Quotes', text: JSON.stringify(text) }],
					},
				]
			: [];
	}
	const base = /^([a-z]{2,3})[-_]/i.exec(text)?.[1]?.toLowerCase();
	const byName = languageCodes().filter(code => languageName(code)?.toLowerCase() === text.toLowerCase());
	const byCase = text.toLowerCase();
	const meant = [
		...(base !== undefined && languageName(base) !== undefined ? [base] : []),
		...byName,
		...(byCase !== text && languageName(byCase) !== undefined ? [byCase] : []),
	];
	return [
		{
			...error(value, `“${text}” is not a code of ISO 639, such as “en”, nor “multilingual” or “code”.`),
			fixes: changes(value, meant),
		},
	];
}

function checkChoice(name: string, values: readonly string[], value: CardValue): readonly CardFinding[] {
	return values.includes(value.text)
		? []
		: [
				{
					...error(
						value,
						`The Hub knows no “${value.text}” for “${name}”.${values.length <= 12 ? ` It is one of ${values.join(', ')}.` : ''}`,
					),
					fixes: changes(value, nearest(value.text, values)),
				},
			];
}

function checkRepo(of: RepoType, value: CardValue): readonly CardFinding[] {
	const { text } = value;
	if (isRepoId(text)) {
		return [];
	}
	const meant = parseRepoRef(text, 'https://huggingface.co');
	return [
		{
			...error(value, `“${text}” is not the id of a ${of}, such as “owner/name”.`),
			fixes: meant?.type === of ? changes(value, [meant.id]) : [],
		},
	];
}

function error(value: CardValue, message: string): CardFinding {
	return { ...place(value), severity: 'error', message, fixes: [] };
}

function changes(value: CardValue, texts: readonly string[]): readonly CardFix[] {
	return texts.map(text => ({ ...place(value), title: `Change to “${text}”`, text }));
}

function place({ from, to }: CardValue): { readonly from: number; readonly to: number } {
	return { from, to };
}
