import { html, nothing, type TemplateResult } from 'lit';
import type { KeptOutputOf } from '../../shared/output';
import { canShow } from '../canShow';
import type { PageContext } from '../pageContext';
import { mediaTools } from '../parts/mediaTools';
import '../parts/soundPlayer';
import { unshownFile } from '../parts/unshownFile';
import type { RunRecord } from '../runRecord';

/** Sounds, each with a player. */
export function audioOutput(
	{ clips }: KeptOutputOf<'audio'>,
	{ view: { id } }: RunRecord,
	context: PageContext,
): TemplateResult {
	return html`${
		clips.length === 0 ? html`<p class="nothing">The model gave no sound.</p>` : nothing
	}${clips.map(
		({ label, audio }) =>
			html`<section class="clip">
				${label === undefined ? nothing : html`<h2 class="clip-label" dir="auto">${label}</h2>`}
				${
					canShow(audio, 'audio')
						? html`<hf-sound
								.runId=${id}
								.audio=${audio}
								.label=${label ?? 'Sound'}
								.context=${context}
							></hf-sound>`
						: unshownFile(audio)
				}
				${mediaTools(id, audio, context)}
			</section>`,
	)}`;
}
