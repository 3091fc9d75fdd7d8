import type { Output, OutputKind, OutputOf } from '../shared/output';

const TEXTS: { readonly [K in OutputKind]: (output: OutputOf<K>) => string } = {
	text: ({ text }) => text,
	chat: ({ content }) => content,
	labels: ({ labels }) => labels.map(({ label, score }) => `${label}\t${score.toFixed(4)}`).join('\n'),
	spans: ({ text, spans }) =>
		spans
			.map(({ label, score, start, end }) => `${text.slice(start, end)}\t${label}\t${score.toFixed(4)}`)
			.join('\n'),
};

/** An output as text to copy or to open. Tables have a line per row and tabs between columns, as spreadsheets take them. */
export function outputText(output: Output): string {
	return (TEXTS[output.kind] as (output: Output) => string)(output);
}
