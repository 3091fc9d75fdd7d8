import { html, nothing, type TemplateResult } from 'lit';
import type { MediaFile } from '../../shared/output';
import { canShow } from '../canShow';
import { copyImage } from '../copyImage';
import type { PageContext } from '../pageContext';
import './copyButton';
import { dragHandle } from './dragHandle';
import { iconButton } from './iconButton';

/** What can be done with a file of a run: save it, copy it, attach it to a document, open it, drag it away. */
export function mediaTools(id: string, media: MediaFile, { media: files }: PageContext): TemplateResult {
	return html`<div class="output-tools">
		${iconButton('save', 'Save…', () => files.act(id, media, 'save'), true)}
		${
			canShow(media, 'image')
				? html`<hf-copy-button
						.label=${'Copy Image'}
						.press=${() => copyImage(files.load(id, media), media.mimeType)}
					></hf-copy-button>`
				: nothing
		}
		${iconButton('new-file', 'Attach to Document', () => files.act(id, media, 'attach'), true)}
		${iconButton('go-to-file', 'Open in Editor', () => files.act(id, media, 'open'), true)}
		${dragHandle(media, files.uri(id, media))}
	</div>`;
}
