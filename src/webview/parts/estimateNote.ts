import { html, type TemplateResult } from 'lit';
import type { Estimate } from '../../shared/draft';
import { lazily } from '../../shared/lazily';
import { formatCost } from '../formatMetrics';

const NUMBER = lazily(() => new Intl.NumberFormat('en'));

/** What a question will be before it is sent; what is not counted says so. */
export function estimateNote({ promptTokens, isCounted, cost }: Estimate): TemplateResult {
	const tokens = `${isCounted ? '' : '≈ '}${NUMBER().format(promptTokens)} in`;
	const how = isCounted
		? 'Counted with the model’s tokenizer'
		: 'Estimated: the model’s tokenizer is not on this machine';
	const price = cost === undefined ? '' : ` · ≈ ${formatCost(cost)}`;
	const why =
		cost === undefined ? 'the price is not known' : 'the cost is with an answer of 500 tokens at most';
	return html`<span class="estimate" title=${`${how}; ${why}.`}>${tokens}${price}</span>`;
}
