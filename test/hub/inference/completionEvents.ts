import type { completeText } from '../models/completeText';
import type { StreamEvent } from './chatEvents';
import { splitTokens } from './tokens';

/** A streamed completion in OpenAI's form: one chunk per token, why it ended, what was used. */
export function* completionEvents(completion: ReturnType<typeof completeText>): Generator<StreamEvent> {
	const { choices, usage, ...identity } = completion;
	const [{ text, finish_reason }] = choices;
	const chunk = (more: object) => `data: ${JSON.stringify({ ...identity, ...more })}\n\n`;
	for (const token of splitTokens(text)) {
		const choice = { index: 0, text: token, logprobs: null, finish_reason: null };
		yield { text: chunk({ choices: [choice] }), isDelta: true };
	}
	const last = { index: 0, text: '', logprobs: null, finish_reason };
	yield { text: chunk({ choices: [last], usage: null }), isDelta: false };
	yield { text: chunk({ choices: [], usage }), isDelta: false };
	yield { text: 'data: [DONE]\n\n', isDelta: false };
}
