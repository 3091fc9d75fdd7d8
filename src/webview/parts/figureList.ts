import { html, type TemplateResult } from 'lit';
import type { Figure } from '../formatMetrics';

/** Figures in a row; each one's explanation is its tooltip, and is read aloud. */
export function figureList(figures: readonly Figure[], label: string): TemplateResult {
	return html`<ul class="metrics" aria-label=${label}>
		${figures.map(
			({ text, explanation }) =>
				html`<li title=${explanation}>${text}<span class="visually-hidden">, ${explanation}</span></li>`,
		)}
	</ul>`;
}
