import type { ModelRepo } from '../catalogue/repo';
import { type ChatAnswer, type ChatText, limitAnswer } from '../inference/chatAnswer';
import type { ChatMessage, ChatRequest } from '../inference/chatRequest';
import { countTokens } from '../inference/tokens';
import { analyse } from './analyst/analyse';
import { benchAnswer } from './benchAnswer';
import { captionImage } from './images/describeImage';
import { readImage } from './images/readImage';
import { instanceOf } from './instanceOf';

/** Tokens that a chat template adds around each message. */
const templateTokens = 4;

/** Whether a message wants an answer gone on with that broke off. */
const GO_ON = /\bgo on exactly where\b|\bcontinue exactly where\b/i;

/** What the model answers to the messages, within the request's limits. `json`: the provider keeps to a schema. */
export function answerChat(model: ModelRepo, request: ChatRequest, json = false): ChatAnswer {
	const promptTokens = request.messages.reduce(
		(sum, { content }) => sum + countTokens(content) + templateTokens,
		0,
	);
	if (model.variant === 'bench' && request.deltas !== undefined) {
		return benchAnswer(request.deltas, promptTokens);
	}
	const { reasoning, ...answer } = answerText(request, json);
	return limitAnswer(
		{ ...answer, reasoning: model.variant === 'reasoning' ? reasoning : '' },
		promptTokens,
		request,
	);
}

function answerText(request: ChatRequest, json: boolean): ChatText {
	const { messages, tools, schema } = request;
	const last = messages.at(-1);
	const begun = messages.at(-2);
	if (last?.role === 'user' && GO_ON.test(last.content) && begun?.role === 'assistant') {
		const whole = answerText({ ...request, messages: messages.slice(0, -2) }, json);
		return whole.content.startsWith(begun.content)
			? { reasoning: '', content: whole.content.slice(begun.content.length) }
			: { reasoning: '', content: ' …' };
	}
	if (json && schema !== undefined) {
		const reasoning = 'The answer has to keep to a schema.';
		return { reasoning, content: JSON.stringify(instanceOf(schema, last?.content ?? ''), undefined, 2) };
	}
	const [tool] = tools;
	if (tool && last?.role === 'user') {
		const given = instanceOf(tool.parameters, last.content) as Readonly<Record<string, unknown>>;
		const toolCalls = [{ id: 'call_1', name: tool.name, arguments: given }];
		return { reasoning: `There is the tool ${tool.name}.`, content: '', toolCalls };
	}
	const { reasoning, content } = analyse(messages);
	const seen = last ? picturesOf(last) : '';
	return { reasoning, content: seen === '' ? content : `${seen}\n\n${content}` };
}

function picturesOf({ images = [] }: ChatMessage): string {
	return images
		.map(bytes => readImage(bytes))
		.map(facts => (facts ? `I see ${captionImage(facts)}.` : 'I cannot read the picture.'))
		.join(' ');
}
