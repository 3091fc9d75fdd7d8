import { html, type TemplateResult } from 'lit';
import type { Estimate } from '../../shared/draft';
import { estimateWords } from '../../shared/estimateWords';

/** What a question will be before it is sent; what is not counted says so. */
export function estimateNote(estimate: Estimate): TemplateResult {
	const how = estimate.isCounted
		? 'Counted with the model’s tokenizer'
		: 'Estimated: the model’s tokenizer is not on this machine';
	const why =
		estimate.cost === undefined
			? 'the price is not known'
			: 'the cost is with an answer of 500 tokens at most';
	return html`<span class="estimate" title=${`${how}; ${why}.`}>${estimateWords(estimate)}</span>`;
}
