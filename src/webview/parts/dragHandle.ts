import { html, type TemplateResult } from 'lit';
import type { MediaFile } from '../../shared/output';
import { byteSize } from '../../shared/byteSize';
import { editorUri } from '../editorUri';
import { icon } from '../icon';

/**
 * What a file is, to be dragged into an editor, which opens it (with Shift it is inserted). Other programs get nothing: the
 * address that a page has leads to its file in the editor only.
 */
export function dragHandle({ mimeType, name, size }: MediaFile, address: string): TemplateResult {
	const words = `${name.split('.').at(-1)?.toUpperCase() ?? mimeType}, ${byteSize(size)}`;
	const uri = editorUri(address);
	return uri === undefined
		? html`<span class="file-kind">${words}</span>`
		: html`<span
				class="file-kind drag-out"
				draggable="true"
				title="Drag into an editor"
				@dragstart=${(event: DragEvent) => drag(event, uri)}
				>${icon('gripper')}<span>${words}</span></span
			>`;
}

function drag({ dataTransfer }: DragEvent, uri: string): void {
	if (dataTransfer) {
		dataTransfer.effectAllowed = 'copyMove';
		// What the editor's own lists of files say.
		dataTransfer.setData('ResourceURLs', JSON.stringify([uri]));
		dataTransfer.setData('text/uri-list', uri);
	}
}
