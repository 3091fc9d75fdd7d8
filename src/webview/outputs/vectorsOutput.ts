import { html, type TemplateResult } from 'lit';
import { cosineSimilarities } from '../../shared/cosineSimilarities';
import type { KeptOutputOf } from '../../shared/output';
import { vectorNorm } from '../../shared/vectorNorm';
import type { PageContext } from '../pageContext';
import { copyAs } from '../parts/copyAs';
import type { RunRecord } from '../runRecord';
import { shortFigure } from '../shortFigure';
import './dataGrid';
import type { Grid } from './dataGrid';
import './heatMap';
import type { Scores } from './heatMap';

type Vectors = KeptOutputOf<'vectors'>;

/** The vectors of several texts: what each is, and how alike all are. */
export function vectorsOutput(output: Vectors, record: RunRecord, context: PageContext): TemplateResult {
	const { grid, map } = viewOf(output);
	return html`
		<hf-grid .grid=${grid}></hf-grid>
		<p class="heat-title">Cosine similarity</p>
		<hf-heat-map .map=${map}></hf-heat-map>
		${copyAs(record, context, 'json', 'numpy', 'csv')}
	`;
}

interface VectorsView {
	readonly grid: Grid;
	readonly map: Scores;
}

/** One view per output, so that it is worked out once. */
const views = new WeakMap<Vectors, VectorsView>();

function viewOf(output: Vectors): VectorsView {
	const view = views.get(output) ?? {
		grid: gridOf(output),
		map: {
			label: 'Cosine similarity of the texts',
			texts: output.texts,
			scores: cosineSimilarities(output.vectors),
		},
	};
	views.set(output, view);
	return view;
}

function gridOf({ texts, vectors, tokens }: Vectors): Grid {
	const cells = texts.map((text, at) => [
		`${at + 1}. ${text}`,
		shortFigure(vectorNorm(vectors[at] ?? [])),
		String(vectors[at]?.length ?? 0),
		...(tokens ? [String(tokens[at] ?? 1)] : []),
	]);
	return {
		label: 'Vectors',
		// Where the model gave a vector per token, that of a text is their mean.
		columns: ['Text', 'Norm', 'Dimensions', ...(tokens ? ['Mean of Tokens'] : [])],
		wide: 0,
		rows: texts.length,
		cell: (row, column) => ({ text: cells[row]?.[column] ?? '' }),
	};
}
