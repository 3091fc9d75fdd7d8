import type { FinishReason, Usage } from '../shared/run';
import { isRecord } from '../util/isRecord';
import { ErrorEvent } from './errorEvent';
import { readFinishReason } from './readFinishReason';
import { readUsage } from './readUsage';

type Json = Readonly<Record<string, unknown>>;

/**
 * Reads the chunks of a text that is streamed as it is continued: OpenAI's `{choices: [{text}]}`, a chat's `{choices: [{delta}]}`
 * where a provider makes one of it, or TGI's `{token: {text}, generated_text}`, whose last one has the whole text.
 */
export class CompletionReader {
	text = '';
	/** Seen only when the model really ended. */
	finishReason: FinishReason | undefined;
	usage: Usage | undefined;

	constructor(private readonly emit: (text: string) => void) {}

	/** Throws `ErrorEvent` for a chunk that reports a failure. */
	read(chunk: unknown): void {
		if (!isRecord(chunk)) {
			return;
		}
		this.usage = readUsage(chunk.usage) ?? this.usage;
		if (Array.isArray(chunk.choices)) {
			const choice = (chunk.choices as readonly unknown[]).find(
				one => isRecord(one) && (one.index ?? 0) === 0,
			);
			this.readChoice(isRecord(choice) ? choice : {});
		} else if (isRecord(chunk.token)) {
			this.readToken(chunk.token, chunk);
		} else if (chunk.error != null || chunk.error_message != null || chunk.object === 'error') {
			throw new ErrorEvent(chunk);
		}
	}

	private readChoice({ text, delta, finish_reason: reason }: Json): void {
		this.add(typeof text === 'string' ? text : isRecord(delta) ? delta.content : undefined);
		if (typeof reason === 'string' && reason !== '') {
			this.finishReason = readFinishReason(reason);
		}
	}

	private readToken(token: Json, { generated_text: whole, details }: Json): void {
		if (token.special !== true) {
			this.add(token.text);
		}
		if (typeof whole === 'string') {
			const reason = isRecord(details) ? details.finish_reason : undefined;
			this.finishReason = typeof reason === 'string' ? readFinishReason(reason) : 'stop';
		}
	}

	private add(text: unknown): void {
		if (typeof text === 'string' && text !== '') {
			this.text += text;
			this.emit(text);
		}
	}
}
