/**
 * Brings what the page's own search has found into view: in VS Code for the Web it only selects it. Whoever selects in the page
 * itself has the keyboard in it.
 */
export function showFound(): void {
	const selection = document.getSelection();
	if (document.hasFocus() || !selection || selection.isCollapsed) {
		return;
	}
	const element = selection.getRangeAt(0).startContainer.parentElement;
	// What is found in a row out of sight, its list brings into view.
	if (element && !element.closest('.rows-text')) {
		element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
	}
}
