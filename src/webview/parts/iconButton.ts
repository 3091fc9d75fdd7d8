import { html, type TemplateResult } from 'lit';
import { icon } from '../icon';

/** A button of a tool bar: an icon, and its name for the tooltip and for those who do not see the icon. */
export function iconButton(name: string, label: string, press: () => void): TemplateResult {
	return html`<button type="button" class="icon-button" title=${label} aria-label=${label} @click=${press}>
		${icon(name)}
	</button>`;
}
