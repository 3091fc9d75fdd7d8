import { splitTokens } from './tokens';
import type { ToolCall } from './toolCalls';

/** A whole answer, before it is cut into pieces. */
export interface ChatText {
	readonly reasoning: string;
	readonly content: string;
	readonly toolCalls?: readonly ToolCall[];
}

export interface Piece {
	readonly channel: 'reasoning' | 'content';
	readonly text: string;
}

/** An answer in the pieces in which it is streamed; `pieces` can be walked once for each call. */
export interface ChatAnswer {
	readonly pieces: () => Iterable<Piece>;
	readonly promptTokens: number;
	readonly completionTokens: number;
	readonly toolCalls?: readonly ToolCall[];
	readonly finishReason: 'stop' | 'length' | 'tool_calls';
}

export interface AnswerLimits {
	readonly maxTokens: number;
	/** The content ends before the first of these. */
	readonly stop: readonly string[];
}

function beforeStop(content: string, stop: readonly string[]): string {
	const ends = stop.map(word => content.indexOf(word)).filter(index => index >= 0);
	return content.slice(0, Math.min(content.length, ...ends));
}

/** Cuts the text into pieces and ends it where the request's limits say. */
export function limitAnswer(text: ChatText, promptTokens: number, limits: AnswerLimits): ChatAnswer {
	const all: readonly Piece[] = [
		...splitTokens(text.reasoning).map(piece => ({ channel: 'reasoning' as const, text: piece })),
		...splitTokens(beforeStop(text.content, limits.stop)).map(piece => ({
			channel: 'content' as const,
			text: piece,
		})),
	];
	const pieces = all.slice(0, limits.maxTokens);
	return {
		pieces: () => pieces,
		promptTokens,
		completionTokens: pieces.length,
		...(text.toolCalls && { toolCalls: text.toolCalls }),
		finishReason: pieces.length < all.length ? 'length' : text.toolCalls ? 'tool_calls' : 'stop',
	};
}

/** The text of an answer again, as a request without `stream` is answered. */
export function answerText(answer: ChatAnswer): ChatText {
	const text = { reasoning: '', content: '' };
	for (const piece of answer.pieces()) {
		text[piece.channel] += piece.text;
	}
	return text;
}
