import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { formatCost } from '../shared/formatCost';
import { formatDuration } from './formatMetrics';
import { isRecord } from './isRecord';
import { LightElement } from './lightElement';
import type { PageContext } from './pageContext';
import type { Look } from './pageMemory';
import { foldedSection } from './parts/foldedSection';
import { iconButton } from './parts/iconButton';
import { readIndex } from './readIndex';
import type { RunRecord } from './runRecord';
import { type WordDifference, wordDifference } from './wordDifference';

const FIGURES: ReadonlyArray<readonly [title: string, value: (record: RunRecord) => string | undefined]> = [
	['First token', ({ view }) => duration(view.metrics?.firstTokenMs)],
	['Tokens per second', ({ view }) => view.metrics?.tokensPerSecond?.toFixed(0)],
	['Tokens out', ({ view }) => view.metrics?.usage?.completionTokens.toLocaleString('en')],
	['Cost', ({ view }) => (view.metrics?.cost === undefined ? undefined : formatCost(view.metrics.cost))],
	['Whole time', ({ view }) => duration(view.metrics?.durationMs)],
];

/** Which two answers are laid upon each other, by their places, and whether that is shown. */
interface Choice {
	readonly isOpen: boolean;
	readonly left: number;
	readonly right: number;
}

/** What runs of the same input came to, side by side, and the words in which two of their answers differ. */
@customElement('hf-comparison')
export class Comparison extends LightElement {
	@property({ attribute: false }) declare records: readonly RunRecord[];
	@property({ attribute: false }) declare context: PageContext;
	/** The last two texts that were laid upon each other: the work grows with what differs. */
	private last:
		| { readonly from: string; readonly to: string; readonly difference: WordDifference }
		| undefined;

	protected override render(): unknown {
		const [first] = this.records;
		return html`<section class="comparison" aria-label="Comparison">
			<div class="comparison-table" tabindex="0" role="region" aria-label="Figures of the comparison">
				<table>
					<thead>
						<tr>
							<td></td>
							${this.records.map(record => html`<th scope="col">${nameOf(record)}</th>`)}
						</tr>
					</thead>
					<tbody>
						${FIGURES.map(
							([title, value]) =>
								html`<tr>
									<th scope="row">${title}</th>
									${this.records.map(record => html`<td>${value(record) ?? '–'}</td>`)}
								</tr>`,
						)}
					</tbody>
				</table>
			</div>
			${this.records.every(hasWords) ? this.difference() : nothing}
			<div class="output-tools">
				${first ? iconButton('trash', 'Remove Comparison…', () => this.removeAll(first.view.id), true) : nothing}
			</div>
		</section>`;
	}

	private difference(): TemplateResult {
		const { isOpen, ...choice } = this.choice;
		const at = (index: number) => Math.min(index, this.records.length - 1);
		const [left, right] = [at(choice.left), at(choice.right)];
		return foldedSection({
			className: 'difference',
			isOpen,
			summary: html`<span>Difference in words</span>`,
			content: isOpen
				? html`<div class="difference-choice">
							${this.picker('From', left, index => this.choose({ left: index }))}
							${this.picker('To', right, index => this.choose({ right: index }))}
						</div>
						${this.words(this.records[left], this.records[right])}`
				: nothing,
			toggle: open => this.choose({ isOpen: open }),
		});
	}

	private picker(label: string, value: number, choose: (index: number) => void): TemplateResult {
		return html`<label>
			${label}
			<select
				aria-label=${label}
				@change=${(event: Event) => choose(Number((event.target as HTMLSelectElement).value))}
			>
				${this.records.map(
					(record, index) =>
						html`<option value=${index} .selected=${index === value}>${nameOf(record)}</option>`,
				)}
			</select>
		</label>`;
	}

	private words(left: RunRecord | undefined, right: RunRecord | undefined): TemplateResult | typeof nothing {
		if (!left || !right) {
			return nothing;
		}
		if ([left, right].some(({ view }) => view.state.type === 'running')) {
			return html`<p class="field-help">The difference is shown when both answers are whole.</p>`;
		}
		const difference = this.between(left.content.toString(), right.content.toString());
		if (difference === 'tooMuch') {
			return html`<p class="field-help">
				The answers are too long, or too unlike, to be compared word by word.
			</p>`;
		}
		if (!difference.some(({ kind }) => kind !== 'same')) {
			return html`<p class="field-help">The answers are the same, word for word.</p>`;
		}
		// Nothing may stand between the tags: white space is shown as it is.
		return html`<pre class="words" tabindex="0" dir="auto" aria-label="Difference in words">
${difference.map(({ kind, text }) =>
	kind === 'added' ? html`<ins>${text}</ins>` : kind === 'removed' ? html`<del>${text}</del>` : text,
)}</pre>`;
	}

	private between(from: string, to: string): WordDifference {
		if (this.last?.from !== from || this.last.to !== to) {
			this.last = { from, to, difference: wordDifference(from, to) };
		}
		return this.last.difference;
	}

	private get look(): Look {
		return this.context.memory.look(this.records[0]?.view.group ?? '', 'difference');
	}

	private get choice(): Choice {
		return readChoice(this.look.read());
	}

	private choose(change: Partial<Choice>): void {
		this.look.keep({ ...this.choice, ...change });
		this.requestUpdate();
	}

	private removeAll(id: string): void {
		this.context.post({ type: 'action', id, action: 'removeAll' });
	}
}

function readChoice(value: unknown): Choice {
	const { isOpen, left, right } = isRecord(value) ? value : {};
	return {
		isOpen: isOpen === true,
		left: readIndex(left),
		right: right === undefined ? 1 : readIndex(right),
	};
}

/** Answers of other kinds have no words of their own to be compared. */
function hasWords({ view }: RunRecord): boolean {
	const kind = view.output?.kind;
	return kind === undefined || kind === 'chat' || kind === 'text';
}

function nameOf({ view: { model, provider } }: RunRecord): string {
	const name = model.split('/').at(-1) ?? model;
	return provider === undefined ? name : `${name} at ${provider}`;
}

function duration(milliseconds: number | undefined): string | undefined {
	return milliseconds === undefined ? undefined : formatDuration(milliseconds);
}
