import { html, nothing, type TemplateResult } from 'lit';
import { labelLook } from '../labelLook';

export interface LegendEntry {
	readonly label: string;
	readonly count?: number;
	readonly isPressed: boolean;
	readonly title: string;
	readonly press: () => void;
}

/** The labels of an answer with their colours, each a button. `areToggles`: what is pressed is what is shown. */
export function legend(entries: readonly LegendEntry[], areToggles = false): TemplateResult {
	return html`<div class=${areToggles ? 'legend toggles' : 'legend'} role="group" aria-label="Labels">
		${entries.map(
			({ label, count, isPressed, title, press }, index) =>
				html`<button
					type="button"
					class="legend-label ${labelLook(index)}"
					aria-pressed=${isPressed}
					title=${title}
					@click=${press}
				>
					<span class="swatch"></span>${label}
					${count === undefined ? nothing : html`<span class="count">${count}</span>`}
				</button>`,
		)}
	</div>`;
}
