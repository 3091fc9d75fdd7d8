import type { Fact } from '../shared/repoPage';
import { frontMatter } from '../util/frontMatter';
import { isRecord } from '../util/isRecord';

const LONGEST_VALUE = 400;
const MOST_FACTS = 40;

export interface CardView {
	readonly facts: readonly Fact[];
	readonly markdown: string;
}

/** Reads YAML; throws where it is none. */
export type ReadYaml = (yaml: string) => unknown;

/** A repo's README as its page shows it: the front matter as facts, and the rest as markdown without HTML. */
export function cardView(readme: string, readYaml: ReadYaml): CardView {
	const front = frontMatter(readme);
	return front?.isClosed
		? { facts: frontFacts(front.yaml, readYaml), markdown: withoutHtml(readme.slice(front.end)) }
		: { facts: [], markdown: withoutHtml(readme) };
}

function frontFacts(front: string, readYaml: ReadYaml): readonly Fact[] {
	try {
		const value = readYaml(front);
		return isRecord(value)
			? Object.entries(value)
					.map(([name, one]): Fact => [name, valueText(one)])
					.filter(([, text]) => text !== '')
					.slice(0, MOST_FACTS)
			: [];
	} catch {
		return [['front matter', 'is not valid YAML']];
	}
}

function valueText(value: unknown): string {
	const text = Array.isArray(value) ? value.map(scalarText).join(', ') : scalarText(value);
	return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
}

function scalarText(value: unknown): string {
	return value === null || value === undefined
		? ''
		: typeof value === 'string'
			? value
			: value instanceof Date
				? value.toISOString()
				: (JSON.stringify(value) ?? '');
}

/**
 * Cards are full of HTML for looks. The page renders none, so tags and comments are left out and what stands between them
 * stays; in code nothing is touched.
 */
function withoutHtml(markdown: string): string {
	return markdown
		.split(/(^(?:```|~~~)[\s\S]*?^(?:```|~~~)[ \t]*$|`[^`\n]*`)/m)
		.map((piece, index) =>
			index % 2 === 1
				? piece
				: piece
						.replace(/<!--[\s\S]*?(?:-->|$)/g, '')
						.replace(/<br\s*\/?>/gi, '\n')
						.replace(/<\/?(?:[a-z][\w-]*)(?:\s[^<>]*)?\/?>/gi, ''),
		)
		.join('');
}
