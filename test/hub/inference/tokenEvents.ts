import { hash32 } from '../digests';
import type { StreamEvent } from './chatEvents';
import { splitTokens } from './tokens';

/** A streamed text generation: one event per token, the last one with the whole text. */
export function* tokenEvents(text: string): Generator<StreamEvent> {
	const tokens = splitTokens(text);
	for (const [index, token] of tokens.entries()) {
		const event = {
			index: index + 1,
			token: { id: hash32(token) % 50_257, text: token, logprob: -1 / (1 + token.length), special: false },
			generated_text: index === tokens.length - 1 ? text : null,
			details: null,
		};
		yield { text: `data:${JSON.stringify(event)}\n\n`, isDelta: true };
	}
}
