import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { ExchangeContext } from '../exchange';
import type { StreamFault } from '../fault';
import { epochNow, type StreamRecord } from '../traffic';
import type { StreamEvent } from './chatEvents';

export interface Pace {
	/** Milliseconds from one piece to the next, by the clock; 0 is as fast as the client reads. */
	readonly gapMs: number;
	/** Without a gap: bytes that are gathered into one write. 0 writes every event by itself. */
	readonly slabBytes: number;
}

/** Writes to one client; every wait ends when the client goes away or the Hub stops. */
class Pipe {
	private readonly gone = new AbortController();
	readonly signal: AbortSignal;

	constructor(
		private readonly outgoing: ServerResponse,
		private readonly byBytes: boolean,
		stopped: AbortSignal,
	) {
		outgoing.once('close', () => this.gone.abort());
		this.signal = AbortSignal.any([this.gone.signal, stopped]);
		if (outgoing.destroyed) {
			this.gone.abort();
		}
	}

	async write(text: string): Promise<void> {
		if (!this.byBytes) {
			return this.push(text);
		}
		for (const byte of Buffer.from(text)) {
			await this.push(Uint8Array.of(byte));
		}
	}

	private async push(data: string | Uint8Array): Promise<void> {
		this.signal.throwIfAborted();
		if (!this.outgoing.write(data)) {
			await once(this.outgoing, 'drain', { signal: this.signal });
		}
	}
}

const errorEvents = {
	plain: 'data: {"error":"Input validation error: the generation failed","error_type":"generation"}\n\n',
	object:
		'data: {"error":{"message":"The provider failed in the middle of the answer","type":"server_error","code":500}}\n\n',
} as const;

/** Lets a fault happen that is due now; true when the stream is over with it. */
async function fail(fault: StreamFault, pipe: Pipe, outgoing: ServerResponse): Promise<void> {
	switch (fault.kind) {
		case 'cutBeforeFirstDelta':
			outgoing.end();
			return;
		case 'cutAfter':
			if (fault.abrupt) {
				outgoing.destroy();
			} else {
				outgoing.end();
			}
			return;
		case 'errorEventAfter':
			await pipe.write(errorEvents[fault.plain ? 'plain' : 'object']);
			outgoing.end();
			return;
		case 'stallAfter':
			await once(outgoing, 'close', { signal: pipe.signal });
	}
}

/** The number of pieces after which the fault is due. */
function dueAfter(fault: StreamFault | undefined): number {
	return fault === undefined ? Infinity : fault.kind === 'cutBeforeFirstDelta' ? 0 : fault.deltas;
}

async function writeEvents(
	events: Iterable<StreamEvent>,
	{ gapMs, slabBytes }: Pace,
	pipe: Pipe,
	stream: StreamRecord,
	due: number,
	progress: () => void,
): Promise<'complete' | 'due'> {
	const start = performance.now();
	let slab = '';
	let slabDeltas = 0;
	const flush = async () => {
		if (slab === '') {
			return;
		}
		const now = epochNow();
		stream.firstByteAt ??= now;
		if (slabDeltas > 0) {
			stream.firstDeltaAt ??= now;
			stream.lastDeltaAt = now;
			stream.deltas += slabDeltas;
		}
		const text = slab;
		slab = '';
		slabDeltas = 0;
		progress();
		await pipe.write(text);
	};
	for (const { text, isDelta } of events) {
		if (isDelta) {
			if (stream.deltas + slabDeltas >= due) {
				await flush();
				return 'due';
			}
			const wait = start + stream.deltas * gapMs - performance.now();
			if (gapMs > 0 && wait > 0) {
				await delay(wait, undefined, { signal: pipe.signal });
			}
			slabDeltas++;
		}
		slab += text;
		if (gapMs > 0 || slab.length >= slabBytes) {
			await flush();
		}
	}
	await flush();
	return 'complete';
}

/** Answers with an event stream at the given pace, with the fault that the request is to have. */
export async function streamResponse(
	c: ExchangeContext,
	events: Iterable<StreamEvent>,
	pace: Pace,
): Promise<Response> {
	const { outgoing } = c.env;
	const { record, streamFault, oneByteChunks, world } = c.var;
	const stream: StreamRecord = (record.stream = { deltas: 0, complete: false });
	world.traffic.changed();
	outgoing.writeHead(200, {
		'Content-Type': 'text/event-stream; charset=utf-8',
		'Cache-Control': 'no-cache',
	});
	outgoing.flushHeaders();
	const pipe = new Pipe(outgoing, oneByteChunks, world.stopped);
	try {
		const end = await writeEvents(events, pace, pipe, stream, dueAfter(streamFault), () =>
			world.traffic.changed(),
		);
		if (end === 'due' && streamFault) {
			await fail(streamFault, pipe, outgoing);
		} else {
			stream.complete = true;
			outgoing.end();
		}
	} catch (error) {
		if (!pipe.signal.aborted) {
			throw error;
		}
	}
	return RESPONSE_ALREADY_SENT;
}
