import { html, nothing, type TemplateResult } from 'lit';
import type { ToolCall } from '../../shared/output';
import { icon } from '../icon';

/** The tools that a model asked for, with what it gave them. Nothing is called. */
export function toolCallList(calls: readonly ToolCall[] = []): TemplateResult | typeof nothing {
	if (calls.length === 0) {
		return nothing;
	}
	return html`<ul class="tool-calls" aria-label="Tools that the model asked for">
		${calls.map(
			call =>
				html`<li class="tool-call">
					<div class="tool-name">${icon('tools')}<span>${call.name}</span></div>
					<pre tabindex="0" aria-label=${`Arguments of ${call.name}`}>${readable(call.arguments)}</pre>
				</li>`,
		)}
	</ul>`;
}

/** JSON on lines of its own; what is no JSON stays as the model wrote it. */
function readable(text: string): string {
	try {
		return JSON.stringify(JSON.parse(text), undefined, 2);
	} catch {
		return text;
	}
}
