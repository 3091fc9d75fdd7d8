import type { KeptOutput, KeptOutputOf, OutputKind } from '../shared/output';

const TEXTS: { readonly [K in OutputKind]: (output: KeptOutputOf<K>) => string } = {
	text: ({ text }) => text,
	chat: ({ content }) => content,
	labels: ({ labels }) => tabbed(labels.map(({ label, score }) => [label, shown(score)])),
	spans: ({ text, spans }) =>
		tabbed(spans.map(({ label, score, start, end }) => [text.slice(start, end), label, shown(score)])),
	fills: ({ fills }) => tabbed(fills.map(({ token, score, sequence }) => [token, shown(score), sequence])),
	answer: ({ answers }) => tabbed(answers.map(({ text, score }) => [text, shown(score)])),
	vector: ({ values }) => JSON.stringify(values),
	vectors: ({ vectors }) => JSON.stringify(vectors),
	similarity: ({ sentences, scores }) =>
		tabbed(sentences.map((sentence, index) => [sentence, shown(scores[index] ?? NaN)])),
	table: ({ columns, rows, answer }) => answer ?? tabbed([columns, ...rows]),
	image: () => '',
	boxes: ({ boxes }) =>
		tabbed([
			['label', 'score', 'xmin', 'ymin', 'xmax', 'ymax'],
			...boxes.map(({ label, score, xmin, ymin, xmax, ymax }) => [
				label,
				shown(score),
				...[xmin, ymin, xmax, ymax].map(String),
			]),
		]),
	masks: ({ masks }) =>
		tabbed(masks.map(({ label, score }) => (score === undefined ? [label] : [label, shown(score)]))),
	audio: ({ clips }) => clips.flatMap(({ label }) => label ?? []).join('\n'),
	transcript: ({ text }) => text,
	video: () => '',
	json: ({ value }) => JSON.stringify(value, undefined, '\t'),
};

/**
 * An output as text to copy or to open; empty where it has none. Tables have a line per row and tabs between columns, as
 * spreadsheets take them.
 */
export function outputText(output: KeptOutput): string {
	return (TEXTS[output.kind] as (output: KeptOutput) => string)(output);
}

function shown(score: number): string {
	return score.toFixed(4);
}

/** A tab or a line end within a cell would be a cell of its own. */
function tabbed(rows: ReadonlyArray<readonly string[]>): string {
	return rows.map(cells => cells.map(cell => cell.replace(/[\t\r\n]+/g, ' ')).join('\t')).join('\n');
}
