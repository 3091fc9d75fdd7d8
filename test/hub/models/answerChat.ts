import type { ModelRepo } from '../catalogue/repo';
import { type ChatAnswer, limitAnswer } from '../inference/chatAnswer';
import type { ChatRequest } from '../inference/chatRequest';
import { countTokens } from '../inference/tokens';
import { analyse } from './analyst/analyse';
import { benchAnswer } from './benchAnswer';

/** Tokens that a chat template adds around each message. */
const templateTokens = 4;

/** What the model answers to the messages, within the request's limits. */
export function answerChat(model: ModelRepo, request: ChatRequest): ChatAnswer {
	const promptTokens = request.messages.reduce(
		(sum, { content }) => sum + countTokens(content) + templateTokens,
		0,
	);
	if (model.variant === 'bench' && request.deltas !== undefined) {
		return benchAnswer(request.deltas, promptTokens);
	}
	const { reasoning, content } = analyse(request.messages);
	return limitAnswer(
		{ reasoning: model.variant === 'reasoning' ? reasoning : '', content },
		promptTokens,
		request,
	);
}
