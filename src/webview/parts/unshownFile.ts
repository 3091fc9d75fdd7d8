import { html, type TemplateResult } from 'lit';
import type { MediaFile } from '../../shared/output';
import { byteSize } from '../../shared/byteSize';
import { icon } from '../icon';

/** In place of a file that the page does not show: one of an unknown type, or a drawing that may hold scripts. */
export function unshownFile({ mimeType, size }: MediaFile): TemplateResult {
	return html`<p class="note">
		${icon('file-binary')}<span>This answer cannot be shown here: ${mimeType}, ${byteSize(size)}.</span>
	</p>`;
}
