import { html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { OutputOf, Span } from '../../shared/output';
import { formatScore } from '../formatMetrics';
import { labelLook } from '../labelLook';
import { LightElement } from '../lightElement';
import type { PageContext } from '../pageContext';
import type { Look } from '../pageMemory';
import { legend } from '../parts/legend';
import type { RunRecord } from '../runRecord';
import { segmentSpans, type Segment } from '../segmentSpans';

/** A text with stretches of it labelled. A label is told by its word first, then by colour and line. */
@customElement('hf-spans')
export class SpansOutput extends LightElement {
	@property({ attribute: false }) declare output: OutputOf<'spans'>;
	@property({ attribute: false }) declare record: RunRecord;
	@property({ attribute: false }) declare context: PageContext;
	private counts: ReadonlyMap<string, number> = new Map();

	protected override willUpdate(): void {
		const counts = new Map<string, number>();
		for (const { label } of this.output.spans) {
			counts.set(label, (counts.get(label) ?? 0) + 1);
		}
		this.counts = counts;
	}

	/** The one label that is shown; all of them if there is none. */
	private get only(): string | undefined {
		const only = this.memory.read();
		return typeof only === 'string' && this.counts.has(only) ? only : undefined;
	}

	private get memory(): Look {
		return this.context.memory.look(this.record.view.id, 'label');
	}

	private showOnly(label: string | undefined): void {
		this.memory.keep(label);
		this.requestUpdate();
	}

	protected override render(): unknown {
		const { text, spans } = this.output;
		const shown = this.only === undefined ? spans : spans.filter(({ label }) => label === this.only);
		return html`
			${spans.length > 0 ? this.legend() : html`<p class="nothing">The model found nothing in this text.</p>`}
			<p class="spans" dir="auto">${segmentSpans(text, shown).map(segment => this.segment(segment))}</p>
		`;
	}

	private legend(): TemplateResult {
		return legend(
			[...this.counts].map(([label, count]) => ({
				label,
				count,
				isPressed: this.only === label,
				title: this.only === label ? 'Show all labels' : `Show only ${label}`,
				press: () => this.showOnly(this.only === label ? undefined : label),
			})),
		);
	}

	private segment({ text, spans, ending }: Segment): TemplateResult {
		const [innermost] = spans;
		if (!innermost) {
			return html`${text}`;
		}
		// Nothing may stand between the tags: white space is shown as it is.
		return html`<mark class="span ${this.look(innermost.label)}" title=${spans.map(describe).join('\n')}
			>${text}${ending.map(({ label }) => html`<span class="span-label ${this.look(label)}">${label}</span>`)}</mark
		>`;
	}

	private look(label: string): string {
		return labelLook([...this.counts.keys()].indexOf(label));
	}
}

function describe({ label, score }: Span): string {
	return `${label}, ${formatScore(score)}`;
}
