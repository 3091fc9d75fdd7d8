import { html, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import { keyed } from 'lit/directives/keyed.js';
import { type GridPlace, gridStep } from '../gridStep';
import { heatStep } from '../heatStep';
import { LightElement } from '../lightElement';

/** How much each of several texts has to do with each: a row and a column of scores for every one. */
export interface Scores {
	readonly label: string;
	readonly texts: readonly string[];
	readonly scores: ReadonlyArray<readonly number[]>;
}

/**
 * A square of scores in colours. Arrow keys walk over it; what a cell is about stands below it, and its heads are marked. There may be
 * thousands of cells: they are drawn once, and what moves over them changes only the marks and the words.
 */
@customElement('hf-heat-map')
export class HeatMap extends LightElement {
	@property({ attribute: false }) declare map: Scores;
	/** The cell that is told about: where the pointer or the keyboard has moved last. */
	@state() declare private told: GridPlace | undefined;
	/** The cell that the keyboard is at, once it has been there. */
	private walked: GridPlace | undefined;
	/** The least score and the greatest, which have the ends of the colours. */
	private range: readonly [low: number, high: number] = [0, 1];

	protected override willUpdate(changed: PropertyValues<this>): void {
		if (changed.has('map')) {
			const all = this.map.scores.flat();
			this.range = [Math.min(...all), Math.max(...all)];
			this.told = undefined;
			this.walked = undefined;
		}
	}

	protected override render(): unknown {
		const { map } = this;
		const [low, high] = this.range;
		return html`<div class="heat-frame" @pointerleave=${() => (this.told = this.walked)}>
				${guard([map], () => keyed(map, this.table()))}
			</div>
			<p class="heat-words muted">${this.words()}</p>
			<p class="heat-legend muted" aria-hidden="true">
				${shown(low)}
				${Array.from({ length: 11 }, (_, step) => html`<span class=${`heat-key heat-${step}`}></span>`)}
				${shown(high)}
			</p>`;
	}

	protected override updated(): void {
		const [row, column] = this.told ?? [];
		this.mark('tbody th', row);
		this.mark('thead th', column);
	}

	private table(): TemplateResult {
		const { label, texts, scores } = this.map;
		const [low, high] = this.range;
		return html`<table
			class="heat-map"
			role="grid"
			aria-label=${label}
			@keydown=${this.keyPressed}
			@focusin=${this.focused}
			@pointerover=${(event: Event) => (this.told = placeOf(event) ?? this.told)}
		>
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
							${texts.map((_, column) => cell([row, column], scores[row]?.[column] ?? NaN, low, high))}
						</tr>`,
				)}
			</tbody>
		</table>`;
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

	/** Marks one head, or none, of a side. */
	private mark(heads: string, at: number | undefined): void {
		this.querySelector(`${heads}.told`)?.classList.remove('told');
		if (at !== undefined) {
			this.querySelectorAll(heads)[at]?.classList.add('told');
		}
	}

	/** One cell at a time is on the way of the Tab key. */
	private readonly focused = (event: FocusEvent): void => {
		const place = placeOf(event);
		if (place) {
			this.querySelector('td[tabindex="0"]')?.setAttribute('tabindex', '-1');
			this.at(place)?.setAttribute('tabindex', '0');
			this.walked = place;
			this.told = place;
		}
	};

	private readonly keyPressed = (event: KeyboardEvent): void => {
		const next = gridStep(event, this.walked ?? [0, 0], this.map.texts.length);
		if (next) {
			event.preventDefault();
			this.at(next)?.focus();
		}
	};

	private at(place: GridPlace): HTMLElement | null {
		return this.querySelector<HTMLElement>(`[data-place="${place.join(' ')}"]`);
	}
}

function cell(place: GridPlace, score: number, low: number, high: number): TemplateResult {
	return html`<td
		role="gridcell"
		class=${`heat-${heatStep(score, low, high)}`}
		data-place=${place.join(' ')}
		tabindex=${place.join() === '0,0' ? 0 : -1}
	>
		${shown(score)}
	</td>`;
}

/** The cell that an event comes from, as the cell says it. */
function placeOf({ target }: Event): GridPlace | undefined {
	const place = target instanceof Element ? target.closest<HTMLElement>('td[data-place]')?.dataset.place : '';
	const [row, column] = place ? place.split(' ').map(Number) : [];
	return row === undefined || column === undefined ? undefined : [row, column];
}

function head(text: string, at: number): TemplateResult {
	return html`<span class="heat-head"><b>${at + 1}</b> <span dir="auto">${text}</span></span>`;
}

function shown(score: number): string {
	return Number.isNaN(score) ? '–' : score.toFixed(2);
}
