import { html, type TemplateResult } from 'lit';
import type { KeptOutputOf } from '../../shared/output';
import { canShow } from '../canShow';
import type { PageContext } from '../pageContext';
import { mediaTools } from '../parts/mediaTools';
import { unshownFile } from '../parts/unshownFile';
import '../pictureFrame';
import type { RunRecord } from '../runRecord';

/** A picture. */
export function imageOutput(
	{ image }: KeptOutputOf<'image'>,
	{ view: { id } }: RunRecord,
	context: PageContext,
): TemplateResult {
	return html`
		${
			canShow(image, 'image')
				? html`<hf-picture
						.uri=${context.media.uri(id, image)}
						.label=${'Picture'}
						.look=${context.memory.look(id, image.name)}
					></hf-picture>`
				: unshownFile(image)
		}
		${mediaTools(id, image, context)}
	`;
}
