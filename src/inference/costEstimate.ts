import type { Estimate } from '../shared/draft';
import { buildMessages } from './buildMessages';
import { chooseProvider } from './chooseProvider';
import { estimateTokens } from './estimateTokens';
import type { CatalogueModel } from './readCatalogue';
import type { RunRequest } from './runRequest';
import type { CountTokens } from './tokenCounter';

/** Tokens of an answer whose length is not limited: what explanations of code mostly come to. */
const USUAL_ANSWER = 500;
/** What a chat's template adds around each message. */
const TEMPLATE = 4;

/**
 * What a chat will be, as far as that can be known before: its tokens, and its cost where the provider's price is known. With an
 * `answer`, what it has been, as far as that can be known from what has come.
 */
export function costEstimate(
	request: RunRequest,
	policy: string,
	known: CatalogueModel | undefined,
	count: CountTokens | undefined,
	order: readonly string[] = [],
	answer?: string,
): Estimate {
	const texts = buildMessages(request).map(({ content }) =>
		typeof content === 'string'
			? content
			: content.map(part => (part.type === 'text' ? part.text : '')).join('\n'),
	);
	const promptTokens = count
		? texts.reduce((sum, text) => sum + count(text) + TEMPLATE, 0)
		: estimateTokens(texts);
	const pricing = chooseProvider(policy, known?.providers ?? [], order)?.pricing;
	const limit = request.parameters?.max_tokens;
	const expected = typeof limit === 'number' ? Math.min(limit, USUAL_ANSWER) : USUAL_ANSWER;
	const come = answer === undefined ? undefined : tokensOf(answer, count);
	const answerTokens = come ?? expected;
	return {
		promptTokens,
		...(come !== undefined && { answerTokens: come }),
		isCounted: count !== undefined,
		...(pricing && {
			cost: (promptTokens * pricing.input + answerTokens * pricing.output) / 1_000_000,
		}),
	};
}

function tokensOf(answer: string, count: CountTokens | undefined): number {
	return answer === '' ? 0 : count ? count(answer) : estimateTokens([answer]);
}
