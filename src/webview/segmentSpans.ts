import type { Span } from '../shared/output';

/** A stretch of text with the spans that cover it, the shortest first; `ending` are those that end with it. */
export interface Segment {
	readonly text: string;
	readonly spans: readonly Span[];
	readonly ending: readonly Span[];
}

/** Cuts `text` wherever a span starts or ends. Spans may overlap; what reaches outside of the text is cut off. */
export function segmentSpans(text: string, spans: readonly Span[]): readonly Segment[] {
	const inside = spans
		.map(span => ({ ...span, start: Math.max(0, span.start), end: Math.min(text.length, span.end) }))
		.filter(({ start, end }) => start < end);
	const cuts = [...new Set([0, text.length, ...inside.flatMap(({ start, end }) => [start, end])])];
	cuts.sort((a, b) => a - b);
	const byStart = [...inside].sort((a, b) => a.start - b.start);
	const segments: Segment[] = [];
	let open: Span[] = [];
	let next = 0;
	for (const [index, start] of cuts.slice(0, -1).entries()) {
		const end = cuts[index + 1] ?? text.length;
		open = open.filter(span => span.end > start);
		for (let span = byStart[next]; span && span.start <= start; span = byStart[++next]) {
			open.push(span);
		}
		const covering = [...open].sort((a, b) => a.end - a.start - (b.end - b.start));
		segments.push({
			text: text.slice(start, end),
			spans: covering,
			ending: covering.filter(span => span.end === end),
		});
	}
	return segments;
}
