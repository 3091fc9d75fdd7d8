import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { KeptOutputOf, TranscriptChunk } from '../../shared/output';
import { canShow } from '../canShow';
import { formatClock } from '../formatClock';
import { LightElement } from '../lightElement';
import type { PageContext } from '../pageContext';
import { copyAs } from '../parts/copyAs';
import { SoundPlayer } from '../parts/soundPlayer';
import type { RunRecord } from '../runRecord';

/** What was said, with the sound and the moments where they are known; a press on a moment plays from there. */
@customElement('hf-transcript')
export class TranscriptOutput extends LightElement {
	@property({ attribute: false }) declare output: KeptOutputOf<'transcript'>;
	@property({ attribute: false }) declare record: RunRecord;
	@property({ attribute: false }) declare context: PageContext;
	/** Index of the chunk that is heard. */
	@state() declare private heard: number;

	constructor() {
		super();
		this.heard = -1;
	}

	protected override render(): unknown {
		const { text, chunks = [], audio } = this.output;
		const canPlay = audio !== undefined && canShow(audio, 'audio');
		return html`
			${
				canPlay
					? html`<hf-sound
							.runId=${this.record.view.id}
							.audio=${audio}
							.label=${'The sound that was given'}
							.context=${this.context}
							.playing=${(seconds: number) => this.listen(seconds)}
						></hf-sound>`
					: nothing
			}
			${text.trim() === '' && chunks.length === 0 ? html`<p class="nothing">The model heard no words.</p>` : nothing}
			${
				chunks.length === 0
					? html`<p class="plain-text" dir="auto">${text}</p>`
					: html`<ol class="chunks">
							${chunks.map((chunk, index) => this.chunk(chunk, index, canPlay))}
						</ol>`
			}
			${chunks.length === 0 ? nothing : copyAs(this.record, this.context, 'srt', 'json')}
		`;
	}

	private chunk({ text, start }: TranscriptChunk, index: number, canPlay: boolean): TemplateResult {
		const time = formatClock(start);
		return html`<li class="chunk" aria-current=${index === this.heard}>
			${
				canPlay
					? html`<button
							type="button"
							class="link-button time"
							aria-label=${`Play from ${time}`}
							@click=${() => this.play(index, start)}
						>
							${time}
						</button>`
					: html`<span class="time">${time}</span>`
			}
			<span dir="auto">${text.trim()}</span>
		</li>`;
	}

	private play(index: number, start: number): void {
		this.heard = index;
		const sound = this.querySelector('hf-sound');
		if (sound instanceof SoundPlayer) {
			sound.playFrom(start);
		}
	}

	private listen(seconds: number): void {
		this.heard = (this.output.chunks ?? []).findLastIndex(({ start }) => start <= seconds);
	}
}
