import type { OutputOf } from '../../shared/output';
import { isRecord } from '../../util/isRecord';
import { illegalAnswer } from './illegalAnswer';

/**
 * A continued text: OpenAI's `{choices: [{text}]}`, the same with `message.content` where a provider makes a chat of it,
 * or TGI's `[{generated_text}]`, which the client package refuses.
 */
export function readCompletion(answer: unknown): OutputOf<'text'> {
	const first: unknown = Array.isArray(answer) ? answer[0] : answer;
	const text = isRecord(first) ? (textOfChoice(first.choices) ?? first.generated_text) : undefined;
	if (typeof text !== 'string') {
		throw illegalAnswer('a text in “choices”', answer);
	}
	return { kind: 'text', text };
}

function textOfChoice(choices: unknown): unknown {
	const choice: unknown = Array.isArray(choices) ? choices[0] : undefined;
	if (!isRecord(choice)) {
		return undefined;
	}
	return choice.text ?? (isRecord(choice.message) ? choice.message.content : undefined);
}
