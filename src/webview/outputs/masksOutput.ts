import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { KeptOutputOf, Mask, MediaFile } from '../../shared/output';
import { canShow } from '../canShow';
import { formatScore } from '../formatMetrics';
import { labelLook } from '../labelLook';
import { LightElement } from '../lightElement';
import type { PageContext } from '../pageContext';
import type { Look } from '../pageMemory';
import { iconButton } from '../parts/iconButton';
import { maskOverlay } from '../parts/maskOverlay';
import { mediaTools } from '../parts/mediaTools';
import { unshownFile } from '../parts/unshownFile';
import '../pictureFrame';
import { readTexts } from '../readTexts';
import type { RunRecord } from '../runRecord';
import { toggled } from '../toggled';

/** Parts of a picture in colours over it. Each row of the legend shows or hides its part, and saves its mask. */
@customElement('hf-masks')
export class MasksOutput extends LightElement {
	@property({ attribute: false }) declare output: KeptOutputOf<'masks'>;
	@property({ attribute: false }) declare record: RunRecord;
	@property({ attribute: false }) declare context: PageContext;
	@state() declare private pointed: number | undefined;

	/** The parts that are not shown, by the names of their files. */
	private get left(): ReadonlySet<string> {
		return readTexts(this.look.read());
	}

	private get look(): Look {
		return this.context.memory.look(this.record.view.id, 'masks');
	}

	private toggle(name: string): void {
		this.look.keep([...toggled(this.left, name)]);
		this.requestUpdate();
	}

	protected override render(): unknown {
		const { image, masks } = this.output;
		const { id } = this.record.view;
		return html`
			${masks.length === 0 ? html`<p class="nothing">The model found no parts in this picture.</p>` : nothing}
			${
				canShow(image, 'image')
					? html`<hf-picture
							.uri=${this.context.media.uri(id, image)}
							.label=${'The picture that was given'}
							.look=${this.context.memory.look(id, image.name)}
							.overlay=${maskOverlay(this.shown(id, masks))}
						></hf-picture>`
					: unshownFile(image)
			}
			${masks.length === 0 ? nothing : this.list(id, masks)} ${mediaTools(id, image, this.context)}
		`;
	}

	private shown(id: string, masks: ReadonlyArray<Mask<MediaFile>>) {
		const { left } = this;
		return masks.flatMap(({ mask }, index) =>
			canShow(mask, 'image') && !left.has(mask.name)
				? {
						id: `mask-${id}-${index}`,
						uri: this.context.media.uri(id, mask),
						look: labelLook(index),
						isPointed: index === this.pointed,
					}
				: [],
		);
	}

	private list(id: string, masks: ReadonlyArray<Mask<MediaFile>>): TemplateResult {
		const { left } = this;
		return html`<ul class="parts" aria-label="Parts">
			${masks.map(
				({ label, score, mask }, index) =>
					html`<li
						@pointerenter=${() => (this.pointed = index)}
						@pointerleave=${() => (this.pointed = undefined)}
					>
						<label class="part ${labelLook(index)}">
							<input
								type="checkbox"
								.checked=${!left.has(mask.name)}
								@change=${() => this.toggle(mask.name)}
							/>
							<span class="swatch"></span><span class="part-name" dir="auto">${label}</span>
							${score === undefined ? nothing : html`<span class="figure">${formatScore(score)}</span>`}
						</label>
						${iconButton('save', `Save Mask of ${label}…`, () => this.context.media.act(id, mask, 'save'))}
					</li>`,
			)}
		</ul>`;
	}
}
