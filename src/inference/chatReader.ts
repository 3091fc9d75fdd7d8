import type { DeltaChannel } from '../shared/protocol';
import type { ToolCall } from '../shared/output';
import type { FinishReason, Usage } from '../shared/run';
import { isRecord } from '../util/isRecord';
import { ErrorEvent } from './errorEvent';
import { readFinishReason } from './readFinishReason';
import { readUsage } from './readUsage';
import { ThinkSplitter } from './thinkSplitter';
import { ToolCallReader } from './toolCallReader';

/**
 * Reads the chunks of a streamed chat in every provider's dialect: reasoning as `reasoning_content`, `reasoning` or inline
 * tags, usage in the last chunk, in a chunk without choices or in every one, and error objects that the client package
 * takes for chunks. On the hot path: what is not text or an end costs a few property reads.
 */
export class ChatReader {
	/** Seen only when the model really ended. */
	finishReason: FinishReason | undefined;
	/** As last counted. */
	usage: Usage | undefined;

	private readonly splitter: ThinkSplitter;
	private readonly tools = new ToolCallReader();

	constructor(private readonly emit: (channel: DeltaChannel, text: string) => void) {
		this.splitter = new ThinkSplitter(emit);
	}

	/** The tools that the model wants to be called, as far as they have come. */
	get toolCalls(): readonly ToolCall[] {
		return this.tools.all;
	}

	/** Throws `ErrorEvent` for a chunk that reports a failure. */
	read(chunk: unknown): void {
		if (!isRecord(chunk)) {
			return;
		}
		if (chunk.usage != null) {
			this.usage = readUsage(chunk.usage) ?? this.usage;
		}
		if (!Array.isArray(chunk.choices)) {
			// `error_null` is an error that is null, by the name that the client package lets pass.
			if (chunk.object === 'error' || chunk.error_message != null || 'error_null' in chunk) {
				throw new ErrorEvent(chunk);
			}
			return;
		}
		for (const choice of chunk.choices as readonly unknown[]) {
			// One answer is asked for; a provider that sends others numbers them.
			if (isRecord(choice) && (choice.index ?? 0) === 0) {
				this.readChoice(choice);
			}
		}
	}

	end(): void {
		this.splitter.end();
	}

	private readChoice(choice: Readonly<Record<string, unknown>>): void {
		const { delta } = choice;
		if (isRecord(delta)) {
			const reasoning = delta.reasoning_content ?? delta.reasoning;
			if (typeof reasoning === 'string' && reasoning !== '') {
				this.emit('reasoning', reasoning);
			}
			if (typeof delta.content === 'string' && delta.content !== '') {
				this.splitter.push(delta.content);
			}
			if (delta.tool_calls != null) {
				this.tools.read(delta.tool_calls);
			}
		}
		if (typeof choice.finish_reason === 'string' && choice.finish_reason !== '') {
			this.finishReason = readFinishReason(choice.finish_reason);
		}
	}
}
