import { html, nothing, type TemplateResult } from 'lit';
import type { KeptOutputOf } from '../../shared/output';
import { aggregate } from '../aggregate';
import type { PageContext } from '../pageContext';
import { copyAs } from '../parts/copyAs';
import type { RunRecord } from '../runRecord';
import './dataGrid';
import type { Grid } from './dataGrid';

/** How models say what is done with the cells. */
const WORDS: Readonly<Record<string, string>> = { SUM: 'Sum', AVERAGE: 'Average', COUNT: 'Count' };

/** A table with the cells that an answer was taken from, and the answer. */
export function tableOutput(
	output: KeptOutputOf<'table'>,
	record: RunRecord,
	context: PageContext,
): TemplateResult {
	const { answer, rows, columns } = output;
	return html`
		${answer === undefined ? nothing : html`<p class="main-answer" dir="auto">${answer}</p>`}
		${usedCells(output)}
		${
			rows.length > 0 && columns.length > 0
				? html`<hf-grid .grid=${gridOf(output)}></hf-grid>`
				: html`<p class="nothing">The table is empty.</p>`
		}
		${copyAs(record, context, 'csv', 'markdown', 'json')}
	`;
}

function usedCells({ cells, rows, aggregator }: KeptOutputOf<'table'>): TemplateResult | typeof nothing {
	if (cells.length === 0) {
		return nothing;
	}
	const from = cells.length === 1 ? 'one cell' : `${cells.length} cells`;
	if (aggregator === undefined || aggregator === 'NONE') {
		return html`<p class="muted">From ${from}</p>`;
	}
	const result = aggregate(
		aggregator,
		cells.map(([row, column]) => rows[row]?.[column] ?? ''),
	);
	const how = WORDS[aggregator] ?? aggregator;
	return html`<p class="muted">
		${how} of ${from}${result === undefined ? nothing : html`: <b>${result}</b>`}
	</p>`;
}

/** One grid per output, so that it is set up once. */
const grids = new WeakMap<KeptOutputOf<'table'>, Grid>();

function gridOf(output: KeptOutputOf<'table'>): Grid {
	const known = grids.get(output);
	if (known) {
		return known;
	}
	const { columns, rows, cells } = output;
	const used = new Set(cells.map(([row, column]) => `${row} ${column}`));
	const first = cells[0]?.[0];
	const grid: Grid = {
		label: 'Table',
		columns,
		rows: rows.length,
		cell: (row, column) => {
			const text = rows[row]?.[column] ?? '';
			return used.has(`${row} ${column}`)
				? { text, className: 'used', note: 'used for the answer' }
				: { text };
		},
		...(first !== undefined && { first }),
	};
	grids.set(output, grid);
	return grid;
}
