import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Box, KeptOutputOf } from '../../shared/output';
import { canShow } from '../canShow';
import { formatScore } from '../formatMetrics';
import { labelLook } from '../labelLook';
import { LightElement } from '../lightElement';
import type { PageContext } from '../pageContext';
import type { Look } from '../pageMemory';
import { boxOverlay } from '../parts/boxOverlay';
import { legend } from '../parts/legend';
import { mediaTools } from '../parts/mediaTools';
import { unshownFile } from '../parts/unshownFile';
import { PictureFrame } from '../pictureFrame';
import { readTexts } from '../readTexts';
import type { RunRecord } from '../runRecord';
import { toggled } from '../toggled';

/** Rectangles over a picture: a legend to show and hide labels, and a list that leads to each of them. */
@customElement('hf-boxes')
export class BoxesOutput extends LightElement {
	@property({ attribute: false }) declare output: KeptOutputOf<'boxes'>;
	@property({ attribute: false }) declare record: RunRecord;
	@property({ attribute: false }) declare context: PageContext;
	@state() declare private pointed: Box | undefined;

	/** Labels that are not shown. */
	private get left(): ReadonlySet<string> {
		return readTexts(this.look.read());
	}

	private get look(): Look {
		return this.context.memory.look(this.record.view.id, 'boxes');
	}

	private toggle(label: string): void {
		this.look.keep([...toggled(this.left, label)]);
		this.requestUpdate();
	}

	protected override render(): unknown {
		const { image, boxes } = this.output;
		const { id } = this.record.view;
		const labels = [...new Set(boxes.map(({ label }) => label))];
		const { left } = this;
		const shown = boxes.filter(({ label }) => !left.has(label));
		const look = ({ label }: Box) => labelLook(labels.indexOf(label));
		return html`
			${boxes.length === 0 ? html`<p class="nothing">The model found nothing in this picture.</p>` : this.legend(labels, left)}
			${
				canShow(image, 'image')
					? html`<hf-picture
							.uri=${this.context.media.uri(id, image)}
							.label=${'The picture that was given'}
							.look=${this.context.memory.look(id, image.name)}
							.overlay=${boxOverlay(shown, look, this.pointed)}
						></hf-picture>`
					: unshownFile(image)
			}
			${shown.length === 0 ? nothing : this.list(shown, look)} ${mediaTools(id, image, this.context)}
		`;
	}

	private legend(labels: readonly string[], left: ReadonlySet<string>): TemplateResult {
		const { boxes } = this.output;
		return legend(
			labels.map(label => ({
				label,
				count: boxes.filter(box => box.label === label).length,
				isPressed: !left.has(label),
				title: left.has(label) ? `Show ${label}` : `Hide ${label}`,
				press: () => this.toggle(label),
			})),
			true,
		);
	}

	private list(boxes: readonly Box[], look: (box: Box) => string): TemplateResult {
		return html`<ol class="parts" aria-label="Labelled parts">
			${boxes.map(
				box =>
					html`<li>
						<button
							type="button"
							class="part ${look(box)}"
							title="Show this part"
							@click=${() => this.go(box)}
							@pointerenter=${() => (this.pointed = box)}
							@pointerleave=${() => (this.pointed = undefined)}
							@focus=${() => (this.pointed = box)}
							@blur=${() => (this.pointed = undefined)}
						>
							<span class="swatch"></span><span class="part-name" dir="auto">${box.label}</span>
							<span class="figure">${formatScore(box.score)}</span>
						</button>
					</li>`,
			)}
		</ol>`;
	}

	private go({ xmin, ymin, xmax, ymax }: Box): void {
		const picture = this.querySelector('hf-picture');
		if (picture instanceof PictureFrame) {
			picture.show({ x: xmin, y: ymin, width: Math.max(1, xmax - xmin), height: Math.max(1, ymax - ymin) });
		}
	}
}
