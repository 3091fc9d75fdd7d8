import type { ChatMessage } from './chatRequest';

/** What a message may ask of a model of the benchmarks: for a client that sends no fields of its own. */
export interface BenchOrder {
	readonly deltas?: number;
	readonly gapMs?: number;
	readonly thinkMs?: number;
}

/** Reads `x_deltas=N`, `x_gap_ms=N` and `x_think_ms=N` in the last message. */
export function readBenchOrder(messages: readonly ChatMessage[]): BenchOrder {
	const text = messages.at(-1)?.content ?? '';
	const [deltas, gapMs, thinkMs] = ['x_deltas', 'x_gap_ms', 'x_think_ms'].map(name => {
		const [, digits] = new RegExp(`\\b${name}=(\\d+)`).exec(text) ?? [];
		return digits === undefined ? undefined : Number(digits);
	});
	return {
		...(deltas !== undefined && { deltas }),
		...(gapMs !== undefined && { gapMs }),
		...(thinkMs !== undefined && { thinkMs }),
	};
}
