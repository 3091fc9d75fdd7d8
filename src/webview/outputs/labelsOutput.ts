import { html, type TemplateResult } from 'lit';
import type { ScoredLabel } from '../../shared/output';
import { scoreBar } from '../parts/scoreBar';

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
						<td>${scoreBar(score)}</td>
					</tr>`,
			)}
		</tbody>
	</table>`;
}
