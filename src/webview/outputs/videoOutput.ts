import { html, type TemplateResult } from 'lit';
import type { KeptOutputOf } from '../../shared/output';
import { canShow } from '../canShow';
import type { PageContext } from '../pageContext';
import { mediaTools } from '../parts/mediaTools';
import { unshownFile } from '../parts/unshownFile';
import type { RunRecord } from '../runRecord';

/** A film, with the browser's own player. */
export function videoOutput(
	{ video }: KeptOutputOf<'video'>,
	{ view: { id } }: RunRecord,
	context: PageContext,
): TemplateResult {
	return html`
		${
			canShow(video, 'video')
				? html`<video
						class="film"
						controls
						loop
						preload="metadata"
						src=${context.media.uri(id, video)}
						aria-label="Film"
					></video>`
				: unshownFile(video)
		}
		${mediaTools(id, video, context)}
	`;
}
