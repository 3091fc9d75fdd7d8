import { html, nothing, type TemplateResult } from 'lit';
import type { Fact } from '../../shared/repoPage';

/** Facts by name, as a list of terms. */
export function factList(facts: readonly Fact[]): TemplateResult | typeof nothing {
	return facts.length === 0
		? nothing
		: html`<dl class="facts">
				${facts.map(
					([name, value]) =>
						html`<div>
							<dt>${name}</dt>
							<dd>${value}</dd>
						</div>`,
				)}
			</dl>`;
}
