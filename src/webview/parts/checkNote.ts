import { html, nothing, type TemplateResult } from 'lit';
import type { AnswerCheck } from '../../shared/run';
import { icon } from '../icon';

/** Whether an answer keeps to its schema, and where it does not. */
export function checkNote(check: AnswerCheck | undefined): TemplateResult | typeof nothing {
	if (!check) {
		return nothing;
	}
	const { complaints } = check;
	return complaints.length === 0
		? html`<p class="note pass">${icon('pass')}<span>The answer keeps to the schema.</span></p>`
		: html`<div class="note warning check" role="note">
				${icon('warning')}
				<div>
					<span>The answer does not keep to the schema.</span>
					<ul>
						${complaints.map(complaint => html`<li dir="auto">${complaint}</li>`)}
					</ul>
				</div>
			</div>`;
}
