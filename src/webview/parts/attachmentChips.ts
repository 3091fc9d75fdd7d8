import { html, nothing, type TemplateResult } from 'lit';
import type { AttachmentView } from '../../shared/draft';
import { icon } from '../icon';

const ICONS = { text: 'file-code', image: 'file-media' } as const satisfies Record<
	AttachmentView['kind'],
	string
>;

/** What goes along with a question; `remove` takes one of them away. */
export function attachmentChips(
	attachments: readonly AttachmentView[],
	remove?: (index: number) => void,
): TemplateResult | typeof nothing {
	if (attachments.length === 0) {
		return nothing;
	}
	return html`<ul class="attachments" aria-label="Attachments">
		${attachments.map(
			({ kind, name, detail }, index) =>
				html`<li class="attachment" title=${`${name}, ${detail}`}>
					${icon(ICONS[kind])}<span dir="auto">${name}</span>
					${
						remove
							? html`<button
									type="button"
									class="icon-button"
									title="Remove"
									aria-label=${`Remove ${name}`}
									@click=${() => remove(index)}
								>
									${icon('close')}
								</button>`
							: html`<span class="visually-hidden">${detail}</span>`
					}
				</li>`,
		)}
	</ul>`;
}
