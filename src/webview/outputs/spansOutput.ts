import { html, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { OutputOf, Span } from '../../shared/output';
import { formatScore } from '../formatMetrics';
import { LightElement } from '../lightElement';
import { segmentSpans, type Segment } from '../segmentSpans';

/** Colours there are; labels beyond them share a colour, and differ in how they are underlined. */
const COLOURS = 6;
const LINES = 3;

/** A text with stretches of it labelled. A label is told by its word first, then by colour and line. */
@customElement('hf-spans')
export class SpansOutput extends LightElement {
	@property({ attribute: false }) declare output: OutputOf<'spans'>;
	/** The one label that is shown; all of them if there is none. */
	@state() declare private only: string | undefined;
	private counts: ReadonlyMap<string, number> = new Map();

	protected override willUpdate(): void {
		const counts = new Map<string, number>();
		for (const { label } of this.output.spans) {
			counts.set(label, (counts.get(label) ?? 0) + 1);
		}
		this.counts = counts;
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
		return html`<div class="legend" role="group" aria-label="Labels">
			${[...this.counts].map(([label, count]) => {
				const isOnly = this.only === label;
				return html`<button
					type="button"
					class="legend-label ${this.look(label)}"
					aria-pressed=${isOnly}
					title=${isOnly ? 'Show all labels' : `Show only ${label}`}
					@click=${() => (this.only = isOnly ? undefined : label)}
				>
					<span class="swatch"></span>${label} <span class="count">${count}</span>
				</button>`;
			})}
		</div>`;
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
		const index = [...this.counts.keys()].indexOf(label);
		return `colour-${index % COLOURS} line-${Math.floor(index / COLOURS) % LINES}`;
	}
}

function describe({ label, score }: Span): string {
	return `${label}, ${formatScore(score)}`;
}
