import { html, type TemplateResult } from 'lit';
import type { KeptOutputOf } from '../../shared/output';
import type { PageContext } from '../pageContext';
import { copyAs } from '../parts/copyAs';
import type { RunRecord } from '../runRecord';
import './dataGrid';
import type { Grid } from './dataGrid';

type Similarity = KeptOutputOf<'similarity'>;

/** Steps of the colour; the figure says it exactly. */
const STEPS = 10;

/** How alike sentences are: a map with a row for the source, or for each sentence, and a legend where names are numbers. */
export function similarityOutput(
	output: Similarity,
	record: RunRecord,
	context: PageContext,
): TemplateResult {
	const { source, sentences } = output;
	if (sentences.length === 0) {
		return html`<p class="nothing">There is nothing to compare.</p>`;
	}
	return html`
		${source === undefined ? '' : html`<p class="question" dir="auto">${source}</p>`}
		<hf-grid class="similarity" .grid=${gridOf(output)}></hf-grid>
		${copyAs(record, context, 'json', 'numpy', 'csv')}
	`;
}

/** One grid per output, so that it is set up once. */
const grids = new WeakMap<Similarity, Grid>();

function gridOf(output: Similarity): Grid {
	const grid = grids.get(output) ?? (output.source === undefined ? squareOf(output) : columnOf(output));
	grids.set(output, grid);
	return grid;
}

/** The sentences in their order, each with how alike it is to the source. */
function columnOf({ sentences, scores: [scores = []] }: Similarity): Grid {
	return {
		label: 'Similarity to the source',
		columns: ['Score', 'Sentence'],
		rows: sentences.length,
		cell: (row, column) => (column === 0 ? heat(scores[row]) : { text: sentences[row] ?? '' }),
	};
}

/** Every sentence with every other. Columns are numbers: those of the rows. */
function squareOf({ sentences, scores }: Similarity): Grid {
	return {
		label: 'Similarity of the sentences',
		wide: 0,
		columns: ['Sentence', ...sentences.map((_, index) => String(index + 1))],
		rows: sentences.length,
		cell: (row, column) =>
			column === 0 ? { text: `${row + 1}. ${sentences[row] ?? ''}` } : heat(scores[row]?.[column - 1]),
	};
}

function heat(score = NaN): { readonly text: string; readonly className: string } {
	const step = Math.round(Math.min(1, Math.max(0, score)) * STEPS) || 0;
	return { text: Number.isNaN(score) ? '–' : score.toFixed(2), className: `heat heat-${step}` };
}
