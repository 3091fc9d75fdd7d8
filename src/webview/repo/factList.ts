import { html, nothing, type TemplateResult } from 'lit';
import type { Fact } from '../../shared/repoPage';

/** Characters of a value that has a column's room; a longer one has the whole width. */
const LONGEST_IN_COLUMN = 32;

/** Facts by name, as a list of terms. */
export function factList(facts: readonly Fact[]): TemplateResult | typeof nothing {
	return facts.length === 0
		? nothing
		: html`<dl class="facts">
				${facts.map(
					([name, value]) =>
						html`<div class=${value.length > LONGEST_IN_COLUMN ? 'long' : nothing}>
							<dt>${name}</dt>
							<dd>${value}</dd>
						</div>`,
				)}
			</dl>`;
}
