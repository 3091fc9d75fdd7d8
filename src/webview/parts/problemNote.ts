import { html, nothing, type TemplateResult } from 'lit';
import type { WordedProblem } from '../../shared/run';
import { icon } from '../icon';
import { singleClick } from '../singleClick';

/** What went wrong and what can be done; `remedy` hears which button was pressed. */
export function problemNote(problem: WordedProblem, remedy: (index: number) => void): TemplateResult {
	return html`<section class="note problem" role="alert" data-code=${problem.code}>
		${icon('error')}
		<div>
			<h2>${problem.title}</h2>
			${problem.explanation ? html`<p dir="auto">${problem.explanation}</p>` : nothing}
			${
				problem.remedies.length > 0
					? html`<div class="buttons">
							${problem.remedies.map(
								(label, index) =>
									html`<button
										type="button"
										class=${index === 0 ? 'button' : 'button secondary'}
										@click=${singleClick(() => remedy(index))}
									>
										${label}
									</button>`,
							)}
						</div>`
					: nothing
			}
		</div>
	</section>`;
}
