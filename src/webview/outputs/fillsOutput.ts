import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Fill, KeptOutputOf } from '../../shared/output';
import { LightElement } from '../lightElement';
import type { PageContext } from '../pageContext';
import type { Look } from '../pageMemory';
import '../parts/copyButton';
import { iconButton } from '../parts/iconButton';
import { scoreBar } from '../parts/scoreBar';
import { readIndex } from '../readIndex';
import type { RunRecord } from '../runRecord';

/** A sentence with its gap filled, and the words that could stand there; one of them is chosen. */
@customElement('hf-fills')
export class FillsOutput extends LightElement {
	@property({ attribute: false }) declare output: KeptOutputOf<'fills'>;
	@property({ attribute: false }) declare record: RunRecord;
	@property({ attribute: false }) declare context: PageContext;

	private get chosen(): number {
		return readIndex(this.look.read());
	}

	private get look(): Look {
		return this.context.memory.look(this.record.view.id, 'fill');
	}

	protected override render(): unknown {
		const { fills } = this.output;
		const fill = fills[this.chosen] ?? fills[0];
		if (!fill) {
			return html`<p class="nothing">The model found no word that fits.</p>`;
		}
		return html`
			<p class="fill-sentence" dir="auto" aria-live="polite">${this.sentence(fill)}</p>
			<fieldset class="choices">
				<legend class="visually-hidden">Words that fit</legend>
				${fills.map((one, index) => this.choice(one, index))}
			</fieldset>
			<div class="output-tools">
				<hf-copy-button
					.label=${'Copy Sentence'}
					.press=${() => this.take('copy', fill.sequence)}
				></hf-copy-button>
				${
					this.record.view.canInsert
						? iconButton('insert', 'Insert Sentence', () => this.take('insert', fill.sequence), true)
						: nothing
				}
			</div>
		`;
	}

	/** As it was given, with the word in its place; as the model wrote it, where the gap cannot be found. */
	private sentence({ token, sequence }: Fill): TemplateResult {
		const { text, mask } = this.output;
		const at = mask === '' ? -1 : text.indexOf(mask);
		if (at < 0) {
			return html`${sequence}`;
		}
		// Nothing may stand between the tags: white space is shown as it is.
		return html`${text.slice(0, at)}<mark class="fill">${token.trim()}</mark>${text.slice(at + mask.length)}`;
	}

	private choice({ token, score }: Fill, index: number): TemplateResult {
		return html`<label class="choice">
			<input
				type="radio"
				name=${`fill-${this.record.view.id}`}
				.checked=${index === this.chosen}
				@change=${() => this.choose(index)}
			/>
			<span class="choice-name" dir="auto">${token.trim()}</span>
			${scoreBar(score)}
		</label>`;
	}

	private choose(index: number): void {
		this.look.keep(index);
		this.requestUpdate();
	}

	private take(action: 'copy' | 'insert', text: string): void {
		this.context.post({ type: 'code', id: this.record.view.id, action, text });
	}
}
