import type { MarkdownIt } from 'markdown-it';

const LABEL = /\[((?:[^[\]\\]|\\.){1,999})\]/gs;

/** Normalized labels of all that could be a reference to a link that is defined elsewhere. */
export function referenceLabels(markdown: MarkdownIt, source: string): ReadonlySet<string> {
	return new Set(
		Array.from(source.matchAll(LABEL), ([, label = '']) => markdown.utils.normalizeReference(label)),
	);
}
