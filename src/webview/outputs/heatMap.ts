import { html, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { type GridPlace, gridStep } from '../gridStep';
import { heatStep } from '../heatStep';
import { LightElement } from '../lightElement';

/** How much each of several texts has to do with each: a row and a column of scores for every one. */
export interface Scores {
	readonly label: string;
	readonly texts: readonly string[];
	readonly scores: ReadonlyArray<readonly number[]>;
}

/** A square of scores in colours. Arrow keys walk over it; what a cell is about stands below it. */
@customElement('hf-heat-map')
export class HeatMap extends LightElement {
	@property({ attribute: false }) declare map: Scores;
	/** The cell that the keyboard is at. */
	@state() declare private active: GridPlace;
	/** The cell that is told about: under the pointer, or the one with the keyboard. */
	@state() declare private told: GridPlace | undefined;

	constructor() {
		super();
		this.active = [0, 0];
	}

	protected override render(): unknown {
		const { label, texts, scores } = this.map;
		const all = scores.flat();
		const [low, high] = [Math.min(...all), Math.max(...all)];
		return html`<div class="heat-frame" @pointerleave=${() => (this.told = undefined)}>
				<table class="heat-map" role="grid" aria-label=${label} @keydown=${this.keyPressed}>
					<thead>
						<tr>
							<td class="heat-corner"></td>
							${texts.map((text, at) => html`<th scope="col" title=${text}>${head(text, at)}</th>`)}
						</tr>
					</thead>
					<tbody>
						${texts.map(
							(text, row) =>
								html`<tr>
									<th scope="row" title=${text}>${head(text, row)}</th>
									${texts.map((_, column) => this.cell([row, column], low, high))}
								</tr>`,
						)}
					</tbody>
				</table>
			</div>
			<p class="heat-words muted">${this.words()}</p>
			<p class="heat-legend muted" aria-hidden="true">
				${shown(low)}
				${Array.from({ length: 11 }, (_, step) => html`<span class=${`heat-key heat-${step}`}></span>`)}
				${shown(high)}
			</p>`;
	}

	private cell([row, column]: GridPlace, low: number, high: number): TemplateResult {
		const score = this.map.scores[row]?.[column] ?? NaN;
		const [activeRow, activeColumn] = this.active;
		const tell = () => (this.told = [row, column]);
		return html`<td
			role="gridcell"
			class=${`heat-${heatStep(score, low, high)}`}
			data-place=${`${row} ${column}`}
			tabindex=${row === activeRow && column === activeColumn ? 0 : -1}
			@focus=${() => {
				this.active = [row, column];
				tell();
			}}
			@pointerenter=${tell}
		>
			${shown(score)}
		</td>`;
	}

	private words(): unknown {
		const { texts, scores } = this.map;
		if (!this.told) {
			return 'Point at a cell, or walk over them with the arrow keys, to read its texts in full.';
		}
		const [row, column] = this.told;
		const score = html`<b>${shown(scores[row]?.[column] ?? NaN)}</b>`;
		const text = (at: number) => html`<q dir="auto">${texts[at]}</q>`;
		return row === column
			? html`${score} ${text(row)} with itself`
			: html`${score} ${text(row)} with ${text(column)}`;
	}

	private readonly keyPressed = (event: KeyboardEvent): void => {
		const next = gridStep(event, this.active, this.map.texts.length);
		if (next) {
			event.preventDefault();
			this.querySelector<HTMLElement>(`[data-place="${next.join(' ')}"]`)?.focus();
		}
	};
}

function head(text: string, at: number): TemplateResult {
	return html`<span class="heat-head"><b>${at + 1}</b> <span dir="auto">${text}</span></span>`;
}

function shown(score: number): string {
	return Number.isNaN(score) ? '–' : score.toFixed(2);
}
