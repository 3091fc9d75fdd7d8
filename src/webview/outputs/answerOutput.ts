import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { AnswerSpan, KeptOutputOf } from '../../shared/output';
import { LightElement } from '../lightElement';
import type { PageContext } from '../pageContext';
import type { Look } from '../pageMemory';
import { scoreBar } from '../parts/scoreBar';
import { readIndex } from '../readIndex';
import type { RunRecord } from '../runRecord';

/** A question, its answers, and the context that they were found in with the chosen one marked. */
@customElement('hf-answer')
export class AnswerOutput extends LightElement {
	@property({ attribute: false }) declare output: KeptOutputOf<'answer'>;
	@property({ attribute: false }) declare record: RunRecord;
	@property({ attribute: false }) declare context: PageContext;

	private get look(): Look {
		return this.context.memory.look(this.record.view.id, 'answer');
	}

	protected override render(): unknown {
		const { question, answers, context } = this.output;
		const chosen = readIndex(this.look.read());
		const answer = answers[chosen] ?? answers[0];
		return html`
			${question && !this.isSaid(question) ? html`<p class="question" dir="auto">${question}</p>` : nothing}
			${
				answer
					? html`<fieldset class="choices">
							<legend class="visually-hidden">Answers</legend>
							${answers.map((one, index) => this.choice(one, index, one === answer))}
						</fieldset>`
					: html`<p class="nothing">The model found no answer in this text.</p>`
			}
			${context ? html`<p class="context" dir="auto">${answer ? this.marked(answer) : context}</p>` : nothing}
		`;
	}

	/** Whether the question is among what was asked, which stands above. */
	private isSaid(question: string): boolean {
		return this.record.view.asked?.some(({ text }) => text === question) ?? false;
	}

	private choice({ text, score }: AnswerSpan, index: number, isChosen: boolean): TemplateResult {
		return html`<label class="choice">
			<input
				type="radio"
				name=${`answer-${this.record.view.id}`}
				.checked=${isChosen}
				?hidden=${this.output.answers.length === 1}
				@change=${() => this.choose(index)}
			/>
			<strong class="choice-name" dir="auto">${text.trim() || 'No answer'}</strong>
			${scoreBar(score)}
		</label>`;
	}

	private marked({ start, end }: AnswerSpan): TemplateResult {
		const { context } = this.output;
		if (end <= start) {
			return html`${context}`;
		}
		// Nothing may stand between the tags: white space is shown as it is.
		return html`${context.slice(0, start)}<mark class="found">${context.slice(start, end)}</mark
			>${context.slice(end)}`;
	}

	private choose(index: number): void {
		this.look.keep(index);
		this.requestUpdate();
		void this.updateComplete.then(() => this.querySelector('mark')?.scrollIntoView({ block: 'nearest' }));
	}
}
