import { isMap, isScalar, isSeq, parseDocument, type Node, type Pair } from 'yaml';
import { frontMatter } from '../util/frontMatter';

/** A place in a card's text, in characters from its start. */
export interface Span {
	readonly from: number;
	readonly to: number;
}

/** One value of a field that is no list and no map. */
export interface CardValue extends Span {
	readonly value: unknown;
	/** As it is written, without quotes. */
	readonly text: string;
	readonly isQuoted: boolean;
}

/** One field of the front matter. */
export interface CardEntry {
	readonly name: string;
	readonly key: Span;
	/** Its value, or those of its list; none where it holds anything deeper, or nothing. */
	readonly values: readonly CardValue[];
	readonly isList: boolean;
	/** Whether it holds maps, or lists in its list. */
	readonly isDeep: boolean;
}

/** The front matter of a card, with the place of everything in it. */
export interface CardDocument {
	/** All of the YAML. */
	readonly span: Span;
	/** Where what stands below begins. */
	readonly end: number;
	readonly isClosed: boolean;
	readonly entries: readonly CardEntry[];
	readonly errors: ReadonlyArray<Span & { readonly message: string }>;
}

/** A place in the YAML, as one in the file. */
type At = (range: readonly [number, number, ...number[]]) => Span;

/** Nothing where a file has no front matter. */
export function readCard(text: string): CardDocument | undefined {
	const front = frontMatter(text);
	if (!front) {
		return undefined;
	}
	const { yaml, from, to, end, isClosed } = front;
	const document = parseDocument(yaml, { prettyErrors: false, logLevel: 'silent' });
	const { contents } = document;
	const at: At = ([start, stop]) => ({ from: from + start, to: from + stop });
	/** An error can be at a single letter, or behind the end: what is marked is a word, or the last letter there is. */
	const around: At = ([start]) => {
		const first = Math.max(0, Math.min(from + start, to - 1));
		const word = /^[\w-]*/.exec(text.slice(first, to))?.[0] ?? '';
		return { from: first, to: first + Math.max(1, word.length) };
	};
	const notAMap =
		contents !== null && !isMap(contents) && document.errors.length === 0
			? [
					{
						...at(contents.range ?? [0, yaml.length]),
						message: 'The front matter must have names and values.',
					},
				]
			: [];
	return {
		span: { from, to },
		end,
		isClosed,
		entries: isMap(contents)
			? contents.items.flatMap(pair => entryOf(pair as Pair<Node, Node | null>, at))
			: [],
		errors: [...document.errors.map(({ pos, message }) => ({ ...around(pos), message })), ...notAMap],
	};
}

function entryOf({ key, value }: Pair<Node, Node | null>, at: At): CardEntry[] {
	if (!isScalar(key) || !key.range || typeof key.value !== 'string') {
		return [];
	}
	const isList = isSeq(value);
	const nodes = isSeq(value) ? value.items : value === null ? [] : [value];
	return [
		{
			name: key.value,
			key: at([key.range[0], key.range[1]]),
			values: nodes.flatMap(node => {
				// A name without a value has an empty one.
				return isScalar(node) && node.range && node.range[0] < node.range[1]
					? [
							{
								...at([node.range[0], node.range[1]]),
								value: node.value,
								text: node.source ?? String(node.value),
								isQuoted: node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE',
							},
						]
					: [];
			}),
			isList,
			isDeep: nodes.some(node => isMap(node) || isSeq(node)),
		},
	];
}
