import type { ChatMessage } from './chatRequest';

/** What a message may ask of a model of the benchmarks: for a client that sends no fields of its own. */
export interface BenchOrder {
	readonly deltas?: number;
	readonly gapMs?: number;
}

/** Reads `x_deltas=N` and `x_gap_ms=N` in the last message. */
export function readBenchOrder(messages: readonly ChatMessage[]): BenchOrder {
	const text = messages.at(-1)?.content ?? '';
	const deltas = /\bx_deltas=(\d+)/.exec(text)?.[1];
	const gapMs = /\bx_gap_ms=(\d+)/.exec(text)?.[1];
	return {
		...(deltas !== undefined && { deltas: Number(deltas) }),
		...(gapMs !== undefined && { gapMs: Number(gapMs) }),
	};
}
