import { answerText, type ChatAnswer } from './chatAnswer';
import type { Dialect } from './dialect';

/** What every part of one answer says of itself. */
export interface ChatIdentity {
	readonly id: string;
	/** Unix seconds. */
	readonly created: number;
	readonly model: string;
}

export function usageOf(promptTokens: number, completionTokens: number) {
	return {
		prompt_tokens: promptTokens,
		completion_tokens: completionTokens,
		total_tokens: promptTokens + completionTokens,
	};
}

export function finishReason(answer: ChatAnswer, dialect: Dialect): string {
	return answer.finishReason === 'stop' ? dialect.stopped : answer.finishReason;
}

/** The body of an answer that is not streamed. */
export function chatBody(identity: ChatIdentity, answer: ChatAnswer, dialect: Dialect) {
	const { reasoning, content } = answerText(answer);
	const calls = answer.toolCalls && {
		tool_calls: answer.toolCalls.map(({ id, name, arguments: given }) => ({
			id,
			type: 'function',
			function: { name, arguments: JSON.stringify(given) },
		})),
	};
	const message =
		reasoning === ''
			? { role: 'assistant', content }
			: dialect.reasoning === 'think'
				? { role: 'assistant', content: `<think>\n${reasoning}\n</think>\n\n${content}` }
				: { role: 'assistant', content, [dialect.reasoning]: reasoning };
	return {
		id: identity.id,
		object: 'chat.completion',
		created: identity.created,
		model: identity.model,
		system_fingerprint: 'fp_loopback',
		choices: [
			{
				index: 0,
				message: { ...message, ...calls },
				logprobs: null,
				finish_reason: finishReason(answer, dialect),
			},
		],
		usage: usageOf(answer.promptTokens, answer.completionTokens),
	};
}
