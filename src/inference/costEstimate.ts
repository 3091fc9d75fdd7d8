import type { Estimate } from '../shared/draft';
import type { Pricing } from '../shared/run';
import { chooseProvider } from './chooseProvider';
import { estimateTokens } from './estimateTokens';
import type { Parameters } from './parameters';
import type { CatalogueModel } from './readCatalogue';
import type { RunRequest } from './runRequest';
import { tasks } from './tasks';
import { tokenTexts } from './tokenTexts';
import type { CountTokens } from './tokenCounter';

/** Tokens of an answer whose length is not limited: what explanations of code mostly come to. */
const USUAL_ANSWER = 500;
/** What a chat's template adds around each message, or a tokenizer around each text, about. */
const FRAME = { chat: 4, text: 2 } as const;

/** What is known of the world when a run is estimated. */
export interface Known {
	/** A provider's name, or what chooses one. */
	readonly policy: string;
	/** The user's own order of providers. */
	readonly order?: readonly string[];
	/** What the router has said of the model. */
	readonly model: CatalogueModel | undefined;
	/** The model's own tokenizer, where it is at hand. */
	readonly count: CountTokens | undefined;
}

/**
 * What a run will be, as far as that can be known before: its tokens, and its cost where it is paid by the token and the provider's
 * price is known. With an `answer`, what it has been, as far as that can be known from what has come. Nothing for what is not told in
 * tokens, such as pictures.
 */
export function costEstimate(request: RunRequest, known: Known, answer?: string): Estimate | undefined {
	const texts = tokenTexts(request);
	if (texts.length === 0) {
		return undefined;
	}
	const { count } = known;
	const frame = request.task === 'conversational' ? FRAME.chat : FRAME.text;
	const promptTokens = tokensOfAll(texts, count) + texts.length * frame;
	const come = answer === undefined ? undefined : tokensOf(answer, count);
	const answerTokens = come ?? expectedAnswer(request);
	const pricing = pricingOf(request, known);
	return {
		promptTokens,
		...(come !== undefined && { answerTokens: come }),
		isCounted: count !== undefined && !hasPictures(request),
		...(pricing && {
			cost: (promptTokens * pricing.input + answerTokens * pricing.output) / 1_000_000,
		}),
	};
}

/**
 * The price by the token. Of chats the router says it, whoever it will choose. A text is continued for the same price, by a provider
 * that is named: who else would do it is settled elsewhere. Other tasks are paid by the time that a machine works, which nobody says.
 */
function pricingOf({ task }: RunRequest, { policy, order, model }: Known): Pricing | undefined {
	const providers = model?.providers ?? [];
	if (task === 'conversational') {
		return chooseProvider(policy, providers, order)?.pricing;
	}
	return task === 'text-generation'
		? providers.find(({ provider }) => provider === policy)?.pricing
		: undefined;
}

/** How many tokens a picture is, is known to its model alone. */
function hasPictures({ attachments, earlier = [] }: RunRequest): boolean {
	return [attachments, ...earlier.map(({ question }) => question.attachments)].some(all =>
		all?.some(({ kind }) => kind === 'image'),
	);
}

function expectedAnswer({ task, parameters }: RunRequest): number {
	const name = task === 'conversational' ? 'max_tokens' : 'max_new_tokens';
	const table: Parameters = tasks[task].parameters;
	const limit = parameters?.[name] ?? table[name]?.default;
	return typeof limit === 'number' ? Math.min(limit, USUAL_ANSWER) : USUAL_ANSWER;
}

/** A text that is read many times is counted once: to count a long one takes a while. */
function tokensOfAll(texts: readonly string[], count: CountTokens | undefined): number {
	const counts = new Map([...new Set(texts)].map(text => [text, tokensOf(text, count)]));
	return texts.reduce((sum, text) => sum + (counts.get(text) ?? 0), 0);
}

function tokensOf(text: string, count: CountTokens | undefined): number {
	return text === '' ? 0 : count ? count(text) : estimateTokens(text);
}
