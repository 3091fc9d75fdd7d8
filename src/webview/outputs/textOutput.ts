import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LightElement } from '../lightElement';
import type { PageContext } from '../pageContext';
import { PlainTextStream } from '../plainTextStream';
import type { RunRecord } from '../runRecord';

/** An answer that is plain text. */
@customElement('hf-text')
export class TextOutput extends LightElement {
	@property({ attribute: false }) declare record: RunRecord;
	@property({ attribute: false }) declare context: PageContext;
	private stream: PlainTextStream | undefined;
	private leaveLoop: (() => void) | undefined;

	protected override willUpdate(): void {
		if (!this.stream) {
			this.stream = new PlainTextStream(this.record.content);
			this.leaveLoop = this.context.loop.add(this.stream);
		}
	}

	override disconnectedCallback(): void {
		super.disconnectedCallback();
		this.leaveLoop?.();
	}

	protected override render(): unknown {
		return this.stream ? html`${this.stream.element}` : nothing;
	}
}
