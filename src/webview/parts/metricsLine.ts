import { html, type TemplateResult } from 'lit';
import type { Metrics } from '../../shared/run';
import { formatMetrics } from '../formatMetrics';

export function metricsLine(metrics: Metrics): TemplateResult {
	return html`<ul class="metrics" aria-label="Figures of this run">
		${formatMetrics(metrics).map(
			({ text, explanation }) =>
				html`<li title=${explanation}>${text}<span class="visually-hidden">, ${explanation}</span></li>`,
		)}
	</ul>`;
}
