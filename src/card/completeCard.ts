import type { RepoType } from '../shared/repoType';
import { LICENSES } from '../ui/hubValues';
import { frontMatter } from '../util/frontMatter';
import type { Span } from './cardDocument';
import type { CardField, FieldValue } from './cardField';
import { CARD_FIELDS } from './cardFields';
import { languageCodes, languageName } from './languageName';

/** One thing to write at the cursor. */
export interface CardCompletion {
	readonly kind: 'field' | 'value' | 'repo';
	readonly label: string;
	/** What it is called in words. */
	readonly detail?: string;
	readonly about?: string;
	/** What it takes the place of. */
	readonly replaces: Span;
	readonly text: string;
	/** Whether there is something to choose from right behind it. */
	readonly goesOn?: boolean;
	/** Where the Hub is to be searched for it. */
	readonly search?: RepoType;
}

/** Where the cursor is: at a field's name, or at a value of one. */
type Place =
	| { readonly at: 'name'; readonly typed: Span; readonly hasColon: boolean }
	| { readonly at: 'value'; readonly field: string; readonly typed: Span };

/** What can be written at a place in a card. Works on lines, because what is half written is seldom YAML. */
export function completeCard(text: string, offset: number, type: RepoType): readonly CardCompletion[] {
	const front = frontMatter(text);
	if (!front || offset < front.from || offset > front.to) {
		return [];
	}
	const place = placeOf(text.slice(0, front.to), front.from, offset);
	if (place?.at === 'name') {
		return names(place, front.yaml, type);
	}
	const fields = CARD_FIELDS[type];
	const field = place && Object.hasOwn(fields, place.field) ? fields[place.field] : undefined;
	return place && field ? valuesOf(field, place.typed) : [];
}

function names(
	{ typed, hasColon }: Extract<Place, { at: 'name' }>,
	yaml: string,
	type: RepoType,
): readonly CardCompletion[] {
	const here = new Set([...yaml.matchAll(/^([\w-]+)[ \t]*:/gm)].map(([, name]) => name));
	return Object.entries(CARD_FIELDS[type])
		.filter(([name]) => !here.has(name))
		.map(([name, field]) => ({
			kind: 'field',
			label: name,
			about: field.about,
			replaces: typed,
			text: hasColon ? name : `${name}:${startOf(field)}`,
			goesOn: !hasColon && hasValues(field.value),
		}));
}

/** What a field begins with behind its colon. */
function startOf({ list, value: { kind } }: CardField): string {
	if (kind === 'structure') {
		return '';
	}
	return list === undefined || kind === 'license' ? ' ' : '\n- ';
}

function hasValues({ kind }: FieldValue): boolean {
	return kind !== 'text' && kind !== 'number' && kind !== 'structure';
}

function valuesOf({ value }: CardField, replaces: Span): readonly CardCompletion[] {
	const row = (text: string, detail?: string): CardCompletion => ({
		kind: 'value',
		label: text,
		...(detail !== undefined && detail !== text && { detail }),
		replaces,
		// YAML would read them as something else.
		text: /^(?:no|yes|on|off|y|n)$/.test(text) && value.kind !== 'flag' ? `"${text}"` : text,
	});
	switch (value.kind) {
		case 'flag':
			return [row('true'), row('false')];
		case 'license':
			return Object.entries(LICENSES).map(([id, label]) => row(id, label));
		case 'language':
			return languageCodes().map(code => row(code, languageName(code)));
		case 'choice':
			return Object.entries(value.values).map(([id, label]) => row(id, label));
		case 'repo':
			return [
				{
					kind: 'repo',
					label: `Search the Hub’s ${value.of === 'model' ? 'Models' : value.of === 'dataset' ? 'Datasets' : 'Spaces'}…`,
					replaces,
					text: '',
					search: value.of,
				},
			];
		case 'text':
		case 'number':
		case 'structure':
			return [];
	}
}

function placeOf(text: string, from: number, offset: number): Place | undefined {
	const start = Math.max(from, text.lastIndexOf('\n', offset - 1) + 1);
	const before = text.slice(start, offset);
	const rest = /^[^\r\n]*/.exec(text.slice(offset))?.[0] ?? '';
	if (/^[\w-]*$/.test(before) && !/^-\s?$/.test(before)) {
		const more = /^[\w-]*/.exec(rest)?.[0] ?? '';
		return {
			at: 'name',
			typed: { from: start, to: offset + more.length },
			hasColon: /^\s*:/.test(rest.slice(more.length)),
		};
	}
	const single = /^([\w-]+)[ \t]*:[ \t]+([^#]*)$/.exec(before);
	const item = /^[ \t]*-[ \t]+([^#]*)$/.exec(before);
	const field = single?.[1] ?? (item ? listAbove(text.slice(from, start)) : undefined);
	const written = single?.[2] ?? item?.[1] ?? '';
	if (field === undefined || /:\s/.test(written)) {
		return undefined;
	}
	// In `[a, b` it is the last one.
	const typed = written.startsWith('[') ? (/[^[,]*$/.exec(written)?.[0].trimStart() ?? '') : written;
	const more = /^[^\],#\s]*/.exec(rest)?.[0] ?? '';
	return {
		at: 'value',
		field,
		typed: { from: offset - typed.length, to: offset + more.length },
	};
}

/** The field whose list a line goes on with. */
function listAbove(above: string): string | undefined {
	for (const line of above.split(/\r?\n/).reverse()) {
		const name = /^([\w-]+)[ \t]*:[ \t]*(?:#.*)?$/.exec(line)?.[1];
		if (name !== undefined) {
			return name;
		}
		if (!/^[ \t]*(?:-.*|#.*)?$/.test(line)) {
			return undefined;
		}
	}
	return undefined;
}
