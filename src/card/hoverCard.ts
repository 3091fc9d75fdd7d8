import type { RepoType } from '../shared/repoType';
import { LICENSES } from '../ui/hubValues';
import { isRepoId } from '../util/isRepoId';
import type { CardDocument, Span } from './cardDocument';
import type { FieldValue } from './cardField';
import { CARD_FIELDS } from './cardFields';
import { languageName } from './languageName';

/** What is said about a place in a card. */
export interface CardHover extends Span {
	readonly title: string;
	/** Markdown of ours, with nothing of the card's in it. */
	readonly about?: string;
	/** A page below the Hub's address. */
	readonly page?: { readonly label: string; readonly path: string };
}

const REFERENCE = {
	model: 'docs/hub/model-cards',
	dataset: 'docs/hub/datasets-cards',
	space: 'docs/hub/spaces-config-reference',
} as const;

/** A field by what it is for, a value by what it stands for. */
export function hoverCard(card: CardDocument, offset: number, type: RepoType): CardHover | undefined {
	const within = ({ from, to }: Span) => from <= offset && offset <= to;
	const entry = card.entries.find(({ key, values }) => within(key) || values.some(within));
	const fields = CARD_FIELDS[type];
	const field = entry && Object.hasOwn(fields, entry.name) ? fields[entry.name] : undefined;
	if (!entry || !field) {
		return undefined;
	}
	if (within(entry.key)) {
		return {
			...entry.key,
			title: entry.name,
			about: field.about,
			page: { label: 'Reference', path: REFERENCE[type] },
		};
	}
	const value = entry.values.find(within);
	return value && { ...valueHover(field.value, value.text), from: value.from, to: value.to };
}

function valueHover(field: FieldValue, text: string): Omit<CardHover, 'from' | 'to'> {
	switch (field.kind) {
		case 'license':
			return Object.hasOwn(LICENSES, text)
				? {
						title: LICENSES[text as keyof typeof LICENSES],
						page: { label: 'Licenses', path: 'docs/hub/repositories-licenses' },
					}
				: { title: text };
		case 'language':
			return { title: languageName(text) ?? text };
		case 'choice':
			return { title: (Object.hasOwn(field.values, text) ? field.values[text] : undefined) ?? text };
		case 'repo':
			return isRepoId(text)
				? {
						title: text,
						page: {
							label: `Open the ${field.of} on the Hub`,
							path: `${field.of === 'model' ? '' : `${field.of}s/`}${text}`,
						},
					}
				: { title: text };
		case 'text':
		case 'flag':
		case 'number':
		case 'structure':
			return { title: text };
	}
}
