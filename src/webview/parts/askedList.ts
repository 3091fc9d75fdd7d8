import { html, nothing, type TemplateResult } from 'lit';
import type { AskedView } from '../../shared/run';

/** What was asked beside the text or the file that was run on. */
export function askedList(asked: readonly AskedView[]): TemplateResult | typeof nothing {
	return asked.length === 0
		? nothing
		: html`<dl class="asked">
				${asked.map(
					({ title, text }) =>
						html`<dt>${title}</dt>
							<dd dir="auto">${text}</dd>`,
				)}
			</dl>`;
}
