import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../icon';
import { singleClick } from '../singleClick';

/**
 * A button of a tool bar: an icon, and its name for the tooltip and for those who do not see the icon. `isLabelled`
 * writes the name beside it.
 */
export function iconButton(
	name: string,
	label: string,
	press: () => void,
	isLabelled = false,
): TemplateResult {
	return html`<button
		type="button"
		class=${isLabelled ? 'icon-button labelled' : 'icon-button'}
		title=${label}
		aria-label=${label}
		@click=${singleClick(press)}
	>
		${icon(name)}${isLabelled ? html`<span>${label}</span>` : nothing}
	</button>`;
}
