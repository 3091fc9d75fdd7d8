import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { columnWidths } from '../columnWidths';
import { LightElement } from '../lightElement';
import { RowWindow } from '../rowWindow';

export interface GridCell {
	readonly text: string;
	readonly className?: string;
	/** What the look of the cell says, in words. */
	readonly note?: string;
}

/** Cells in rows and columns, of which only the ones in sight are in the page, and the words of the others. */
export interface Grid {
	readonly label: string;
	readonly columns: readonly string[];
	readonly rows: number;
	cell(row: number, column: number): GridCell;
	/** The column that takes what room is left, and gives room first; none for the last one. */
	readonly wide?: number;
	/** The row that is to be in sight at first. */
	readonly first?: number;
}

/** Characters below which the column that gives room does not go. */
const LEAST_WIDE = 18;
/** Rows that the widths of the columns are taken from. */
const SAMPLE = 200;

@customElement('hf-grid')
export class DataGrid extends LightElement {
	@property({ attribute: false }) declare grid: Grid;
	private readonly window = new RowWindow(this);

	protected override render(): unknown {
		const { label, columns, rows } = this.grid;
		return html`<div
			class="rows-viewport grid"
			role="table"
			aria-label=${label}
			aria-rowcount=${rows + 1}
			aria-colcount=${columns.length}
			tabindex="0"
			@scroll=${this.window.scrolled}
		>
			<div class="grid-row grid-head" role="row" aria-rowindex="1">
				${columns.map(name => html`<span role="columnheader" title=${name}>${name}</span>`)}
			</div>
			${this.window.rows({
				count: rows,
				row: index => this.row(index),
				text: index => columns.map((_, column) => this.grid.cell(index, column).text).join('\t'),
				version: this.grid,
			})}
		</div>`;
	}

	protected override updated(changed: PropertyValues<this>): void {
		const { grid } = this;
		if (changed.has('grid')) {
			const sample = Array.from({ length: Math.min(grid.rows, SAMPLE) }, (_, row) =>
				grid.columns.map((_name, column) => grid.cell(row, column).text),
			);
			const wide = grid.wide ?? grid.columns.length - 1;
			const widths = columnWidths([grid.columns, ...sample]).map((width, column) =>
				column === wide ? Math.min(width, LEAST_WIDE) : width,
			);
			const tracks = widths.map((width, column) =>
				column === wide ? `minmax(${width}ch, 1fr)` : `${width}ch`,
			);
			this.style.setProperty('--grid-columns', tracks.join(' '));
			this.style.setProperty('--grid-width', `${widths.reduce((sum, width) => sum + width, 0)}ch`);
		}
	}

	protected override firstUpdated(): void {
		if (this.grid.first !== undefined) {
			this.window.reveal(this.grid.first);
		}
	}

	private row(row: number): TemplateResult {
		const { columns } = this.grid;
		return html`<div class="grid-row" role="row" aria-rowindex=${row + 2}>
			${columns.map((_, column) => {
				const { text, className, note } = this.grid.cell(row, column);
				return html`<span role="cell" class=${className ?? nothing} title=${text}
					>${text}${note === undefined ? nothing : html`<span class="visually-hidden">, ${note}</span>`}</span
				>`;
			})}
		</div>`;
	}
}
