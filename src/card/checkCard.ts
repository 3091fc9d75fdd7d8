import type { RepoType } from '../shared/repoType';
import { nearest } from '../util/nearest';
import type { CardDocument, CardEntry } from './cardDocument';
import { CARD_FIELDS } from './cardFields';
import type { CardFinding } from './cardFinding';
import { checkValue } from './checkValue';

/** What is wrong with a card, as far as that is known without asking the Hub. */
export function checkCard(card: CardDocument, type: RepoType): readonly CardFinding[] {
	const { span, isClosed, entries, errors } = card;
	if (!isClosed) {
		return [
			{
				from: 0,
				to: 3,
				severity: 'error',
				message: 'The front matter has no end: a line of three dashes closes it.',
				fixes: [],
			},
		];
	}
	return [
		...errors.map(error => ({ ...error, severity: 'error' as const, fixes: [] })),
		...entries.flatMap(entry => checkEntry(entry, type)),
		...(errors.length === 0 ? checkLicenseName(entries, span.to) : []),
	];
}

function checkEntry(entry: CardEntry, type: RepoType): readonly CardFinding[] {
	const field = CARD_FIELDS[type][entry.name];
	if (!Object.hasOwn(CARD_FIELDS[type], entry.name) || !field) {
		return checkName(entry, type);
	}
	if (field.value.kind === 'structure') {
		return [];
	}
	const { name, key, isList, isDeep, values } = entry;
	if (isDeep || (isList && field.list === undefined)) {
		return [
			{
				...key,
				severity: 'error',
				message: `“${name}” must be ${field.list === undefined ? 'a single value' : 'a list of values'}.`,
				fixes: [],
			},
		];
	}
	const [only] = values;
	const scalar: readonly CardFinding[] =
		field.list === 'always' && !isList && only
			? [
					{
						from: only.from,
						to: only.to,
						severity: 'warning',
						message: `“${name}” must be a list.`,
						fixes: [
							{ title: 'Make It a List', from: only.from, to: only.to, text: `[${listed(only.text)}]` },
						],
					},
				]
			: [];
	return [...scalar, ...values.flatMap(value => checkValue(name, field.value, value))];
}

/** `a, b` in one value was meant as two. */
function listed(text: string): string {
	return text
		.split(',')
		.map(one => one.trim())
		.filter(one => one !== '')
		.join(', ');
}

/** Other names than the Hub's are for whoever wrote them; a name that is nearly one of the Hub's is a slip. */
function checkName({ name, key }: CardEntry, type: RepoType): readonly CardFinding[] {
	const meant = nearest(name, Object.keys(CARD_FIELDS[type]), 2);
	return meant.length === 0 || name.length < 4
		? []
		: [
				{
					...key,
					severity: 'warning',
					message: `The Hub knows no “${name}”. Is it “${meant[0] ?? ''}”?`,
					fixes: meant.map(one => ({ title: `Change to “${one}”`, ...key, text: one })),
				},
			];
}

function checkLicenseName(entries: readonly CardEntry[], end: number): readonly CardFinding[] {
	const other = entries.find(({ name }) => name === 'license')?.values.find(({ value }) => value === 'other');
	return !other || entries.some(({ name }) => name === 'license_name')
		? []
		: [
				{
					from: other.from,
					to: other.to,
					severity: 'information',
					message: 'Say which license it is in “license_name”, and where it can be read in “license_link”.',
					fixes: [
						{
							title: 'Add “license_name” and “license_link”',
							from: end,
							to: end,
							text: '\nlicense_name: my-license\nlicense_link: LICENSE',
						},
					],
				},
			];
}
