import { html, type TemplateResult } from 'lit';
import { formatScore } from '../formatMetrics';

/** A probability as a bar and as a figure. The bar repeats the figure, for the eyes alone. */
export function scoreBar(score: number): TemplateResult {
	return html`<div class="score">
		<svg class="bar" aria-hidden="true" width="100%" height="8">
			<rect class="track" width="100%" height="8" rx="2"></rect>
			<rect class="value" width=${`${Math.min(1, Math.max(0, score)) * 100}%`} height="8" rx="2"></rect>
		</svg>
		<span class="figure">${formatScore(score)}</span>
	</div>`;
}
