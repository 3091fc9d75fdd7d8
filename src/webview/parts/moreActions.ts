import { html, type TemplateResult } from 'lit';
import { icon } from '../icon';

/** VS Code shows the menu of what the button stands in, without its own items for texts. */
const CONTEXT = JSON.stringify({ preventDefaultContextMenuItems: true });

/**
 * The button that opens VS Code's own menu for what it stands in, which a right click there opens, too
 * (https://code.visualstudio.com/api/extension-guides/webview#context-menus).
 */
export function moreActions(): TemplateResult {
	return html`<button
		type="button"
		class="icon-button"
		title="More Actions…"
		aria-label="More Actions…"
		aria-haspopup="menu"
		data-vscode-context=${CONTEXT}
		@click=${openMenu}
	>
		${icon('ellipsis')}
	</button>`;
}

/** Below the button, also where it was pressed by key. */
function openMenu({ currentTarget }: Event): void {
	if (currentTarget instanceof HTMLElement) {
		const { left, bottom } = currentTarget.getBoundingClientRect();
		currentTarget.dispatchEvent(
			new MouseEvent('contextmenu', { bubbles: true, cancelable: true, clientX: left, clientY: bottom }),
		);
	}
}
