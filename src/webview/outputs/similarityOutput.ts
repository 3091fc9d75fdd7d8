import { html, type TemplateResult } from 'lit';
import type { KeptOutputOf } from '../../shared/output';
import type { PageContext } from '../pageContext';
import { copyAs } from '../parts/copyAs';
import type { RunRecord } from '../runRecord';
import { heatStep } from '../heatStep';
import './dataGrid';
import type { Grid } from './dataGrid';

type Similarity = KeptOutputOf<'similarity'>;

/** How alike sentences are to the source. */
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
		<p class="question" dir="auto">${source}</p>
		<hf-grid class="similarity" .grid=${gridOf(output)}></hf-grid>
		${copyAs(record, context, 'json', 'numpy', 'csv')}
	`;
}

/** One grid per output, so that it is set up once. */
const grids = new WeakMap<Similarity, Grid>();

function gridOf(output: Similarity): Grid {
	const grid = grids.get(output) ?? columnOf(output);
	grids.set(output, grid);
	return grid;
}

/** The sentences in their order, each with how alike it is to the source. */
function columnOf({ sentences, scores }: Similarity): Grid {
	return {
		label: 'Similarity to the source',
		columns: ['Score', 'Sentence'],
		rows: sentences.length,
		cell: (row, column) => (column === 0 ? heat(scores[row]) : { text: sentences[row] ?? '' }),
	};
}

function heat(score = NaN): { readonly text: string; readonly className: string } {
	return { text: Number.isNaN(score) ? '–' : score.toFixed(2), className: `heat heat-${heatStep(score)}` };
}
