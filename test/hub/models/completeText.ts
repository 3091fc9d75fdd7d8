import { randomUUID } from 'node:crypto';
import type { ModelRepo } from '../catalogue/repo';
import { usageOf } from '../inference/chatBody';
import { countTokens, splitTokens } from '../inference/tokens';
import { continueText } from './ngrams';
import { type Json, TaskBody } from './taskBody';

const defaultTokens = 50;

/** Goes on from the body's `prompt` for `max_tokens`, as an answer to a completion. */
export function completeText(model: ModelRepo, body: Json) {
	const request = new TaskBody(body);
	const prompt = request.text('prompt');
	const wanted = request.number('max_tokens', defaultTokens);
	const text = splitTokens(continueText(prompt, wanted)).slice(0, wanted).join('');
	const choice = { index: 0, text, logprobs: null, finish_reason: 'length' };
	return {
		id: `cmpl-${randomUUID()}`,
		object: 'text_completion',
		created: Math.floor(Date.now() / 1000),
		model: model.id,
		choices: [choice] as const,
		usage: usageOf(countTokens(prompt), countTokens(text)),
	};
}
