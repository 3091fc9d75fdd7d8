/**
 * Who asks: nothing but `fetch` and the least parser of events, the client package, or the workbench's own inference
 * around it.
 */
export type ClientWay = 'fetch' | 'package' | 'inference';

/** One streamed answer for a client to take. */
export interface ClientOrder {
	readonly way: ClientWay;
	readonly routerOrigin: string;
	readonly hubOrigin: string;
	readonly token: string;
	/** Pieces of text to ask for, and milliseconds between them. */
	readonly deltas: number;
	readonly gapMs: number;
	/** Milliseconds before the answer begins. */
	readonly thinkMs?: number;
	/** Aborts once so many deltas have come. */
	readonly stopAfter?: number;
}

/** Takes a whole answer, piece by piece. */
export type TakeDeltas = (
	order: ClientOrder,
	signal: AbortSignal,
	onDelta: (text: string) => void,
) => Promise<void>;

/** How it went. Times are epoch milliseconds with a fraction. */
export interface ClientReport {
	readonly firstDeltaAt: number;
	/** When the iteration was over; of an answer that was stopped, when it was aborted. */
	readonly endedAt: number;
	readonly deltas: number;
}

/** What the client's process answers to an order. */
export type ClientAnswer = { readonly report: ClientReport } | { readonly error: string };
