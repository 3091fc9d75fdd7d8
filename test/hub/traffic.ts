import type { CarriedToken } from './authentication';
import type { TokenName } from './testTokens';

/**
 * `storage` is where large files are kept, `foreign` an origin that a fault redirects to: no token may ever arrive at either.
 */
export type HostName = 'hub' | 'router' | 'storage' | 'foreign';

/** How a streamed answer went. Times are epoch milliseconds with a fraction. */
export interface StreamRecord {
	/** When the first byte of the event stream was handed to the socket. */
	firstByteAt?: number;
	/** When the first piece of text was. */
	firstDeltaAt?: number;
	/** Pieces of text written so far, content and reasoning together. */
	deltas: number;
	lastDeltaAt?: number;
	/** True once the model had said all that it was going to say. */
	complete: boolean;
}

export interface RequestRecord {
	/** Counts up from 1 in the order of arrival. */
	readonly id: number;
	readonly host: HostName;
	readonly origin: string;
	readonly method: string;
	/** With the query, as it was sent. */
	readonly path: string;
	/** The name of the token in the request, never its value; `unknown` for one that is none of the Hub's. */
	readonly token?: CarriedToken;
	/** A few headers worth asserting on, by lower-case name. */
	readonly headers: Readonly<Record<string, string>>;
	readonly startedAt: number;
	status?: number;
	endedAt?: number;
	/** Set when the client went away before the answer was complete. */
	clientClosedAt?: number;
	stream?: StreamRecord;
}

/** What was asked of the Hub, and what is going on right now. */
export interface Traffic {
	/** Every request since the start or the last `clear`, oldest first. */
	readonly requests: ReadonlyArray<Readonly<RequestRecord>>;
	readonly openConnections: number;
	readonly openRequests: number;
	readonly openStreams: number;
	/** `METHOD origin/path` (without the query) of every request that carried the token, oldest first. */
	sentTo(token: CarriedToken | TokenName): readonly string[];
	/** Resolves as soon as `predicate` holds; it is asked again after every change. Rejects when `signal` aborts. */
	until(predicate: (traffic: Traffic) => boolean, signal?: AbortSignal): Promise<void>;
	/** Forgets all requests so far; those that still go on are counted as open until they end. */
	clear(): void;
}

/** Now, in epoch milliseconds with a fraction; comparable between processes of one machine. */
export function epochNow(): number {
	return performance.timeOrigin + performance.now();
}

/** Keeps the books behind `Traffic`. */
export class TrafficLog implements Traffic {
	readonly requests: RequestRecord[] = [];
	openConnections = 0;
	private readonly open = new Set<RequestRecord>();
	private lastId = 0;
	private readonly waiting = new Set<() => void>();

	get openRequests(): number {
		return this.open.size;
	}

	get openStreams(): number {
		return [...this.open].filter(request => request.stream).length;
	}

	sentTo(token: CarriedToken): readonly string[] {
		return this.requests
			.filter(request => request.token === token)
			.map(({ method, origin, path }) => `${method} ${origin}${path.replace(/\?.*$/s, '')}`);
	}

	until(predicate: (traffic: Traffic) => boolean, signal?: AbortSignal): Promise<void> {
		return new Promise((resolve, reject) => {
			const settle = (finish: () => void) => {
				this.waiting.delete(check);
				signal?.removeEventListener('abort', abort);
				finish();
			};
			const check = () => {
				if (predicate(this)) {
					settle(resolve);
				}
			};
			const abort = () =>
				settle(() => reject(new Error('The expected traffic did not come', { cause: signal?.reason })));
			this.waiting.add(check);
			signal?.addEventListener('abort', abort);
			if (signal?.aborted) {
				abort();
			} else {
				check();
			}
		});
	}

	clear(): void {
		// An answer that the client has had to its end may not have ended here yet; whoever looks next must not find it.
		this.requests.length = 0;
	}

	begin(request: Omit<RequestRecord, 'id' | 'startedAt'>): RequestRecord {
		const record: RequestRecord = { ...request, id: ++this.lastId, startedAt: epochNow() };
		this.requests.push(record);
		this.open.add(record);
		this.changed();
		return record;
	}

	end(record: RequestRecord, status: number, complete: boolean): void {
		record.status = status;
		record.endedAt = epochNow();
		this.open.delete(record);
		if (!complete) {
			record.clientClosedAt = record.endedAt;
		}
		this.changed();
	}

	connected(): void {
		this.openConnections++;
		this.changed();
	}

	disconnected(): void {
		this.openConnections--;
		this.changed();
	}

	/** Whoever waits is asked again. */
	changed(): void {
		for (const check of [...this.waiting]) {
			check();
		}
	}
}
