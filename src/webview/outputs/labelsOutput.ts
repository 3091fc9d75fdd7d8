import { html, type TemplateResult } from 'lit';
import type { ScoredLabel } from '../../shared/output';
import { formatScore } from '../formatMetrics';

/** Labels with their scores as bars. The bars repeat the figures, for the eyes alone. */
export function labelsOutput(labels: readonly ScoredLabel[]): TemplateResult {
	if (labels.length === 0) {
		return html`<p class="nothing">The model gave no labels.</p>`;
	}
	return html`<table class="labels">
		<caption class="visually-hidden">
			Labels and their scores
		</caption>
		<thead class="visually-hidden">
			<tr>
				<th scope="col">Label</th>
				<th scope="col">Score</th>
			</tr>
		</thead>
		<tbody>
			${labels.map(
				({ label, score }) =>
					html`<tr>
						<th scope="row" dir="auto">${label}</th>
						<td>
							<div class="score">
								<svg class="bar" aria-hidden="true" width="100%" height="8">
									<rect class="track" width="100%" height="8" rx="2"></rect>
									<rect
										class="value"
										width=${`${Math.min(1, Math.max(0, score)) * 100}%`}
										height="8"
										rx="2"
									></rect>
								</svg>
								<span class="figure">${formatScore(score)}</span>
							</div>
						</td>
					</tr>`,
			)}
		</tbody>
	</table>`;
}
