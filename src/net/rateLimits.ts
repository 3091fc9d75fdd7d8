import { ProblemError } from '../util/problemError';
import { readRateLimits } from './readRateLimits';
import type { TransferOperation } from './operation';

/** Milliseconds that a request waits by itself for a window to end; a longer wait is the user's to decide on. */
const PATIENCE = 5_000;

/** Milliseconds that an answer may be late by: one whose window ends later than that after another one's is from a later one. */
const LATENESS = 10_000;

/** The Hub counts these apart. */
type Bucket = 'api' | 'resolvers' | 'pages';

/**
 * Keeps requests back for as long as the Hub has said that none is left, so that it never has to answer 429. The headers
 * are on ordinary answers too: `RateLimit: "api";r=0;t=55`, and what is used up counts for one caller at one origin.
 */
export class RateLimits {
	private readonly resets = new Map<string, number>();

	/** @param now epoch milliseconds */
	constructor(private readonly now: () => number = Date.now) {}

	/** The same `fetch`, obeying. `caller` is whoever is counted: the same text for the same token. */
	obeyed(fetchOne: typeof fetch, caller: string): typeof fetch {
		return async (input, init) => {
			const url = new URL(input instanceof Request ? input.url : input);
			const key = keyOf(caller, url);
			await this.wait(key, init?.signal ?? (input instanceof Request ? input.signal : undefined));
			const response = await fetchOne(input, init);
			this.note(key, response);
			return response;
		};
	}

	/** The same operation, obeying with all that it sends. */
	around(operation: TransferOperation, caller: string): TransferOperation {
		return {
			fetch: this.obeyed(operation.fetch, caller),
			transfer: async request => {
				const key = keyOf(caller, new URL(request.url));
				await this.wait(key, request.signal);
				try {
					const answer = await operation.transfer(request);
					this.note(key, answer);
					return answer;
				} catch (error) {
					const { status, resetSeconds } = operation.last ?? {};
					if (status === 429 && resetSeconds !== undefined) {
						this.resets.set(key, this.now() + resetSeconds * 1000);
					}
					throw error;
				}
			},
			get last() {
				return operation.last;
			},
		};
	}

	/** Answers come in another order than they were sent in: one from before the last request of a window has more left. */
	private note(key: string, { headers, status }: Pick<Response, 'headers' | 'status'>): void {
		const now = this.now();
		const { remaining, resetSeconds } =
			readRateLimits(headers).find(({ bucket }) => bucket === bucketOfKey(key)) ?? {};
		const end = resetSeconds === undefined ? undefined : now + resetSeconds * 1000;
		const after = status === 429 ? Number(headers.get('Retry-After') ?? NaN) : NaN;
		if (remaining === 0 && end !== undefined) {
			this.resets.set(key, end);
		} else if (Number.isFinite(after)) {
			this.resets.set(key, now + after * 1000);
		} else if (end !== undefined && end > (this.resets.get(key) ?? Infinity) + LATENESS) {
			this.resets.delete(key);
		}
	}

	private async wait(key: string, signal: AbortSignal | undefined): Promise<void> {
		const left = (this.resets.get(key) ?? 0) - this.now();
		if (left <= 0) {
			return;
		}
		if (left > PATIENCE) {
			throw new ProblemError({ code: 'rateLimited', resetSeconds: Math.ceil(left / 1000) });
		}
		await new Promise<void>((resolve, reject) => {
			const stop = () => {
				clearTimeout(timer);
				reject(new ProblemError({ code: 'cancelled' }));
			};
			const timer = setTimeout(() => {
				signal?.removeEventListener('abort', stop);
				resolve();
			}, left);
			if (signal?.aborted) {
				stop();
			} else {
				signal?.addEventListener('abort', stop, { once: true });
			}
		});
	}
}

function keyOf(caller: string, url: URL): string {
	return `${caller} ${url.origin} ${bucketOf(url.pathname)}`;
}

function bucketOf(path: string): Bucket {
	if (/\/(?:resolve|raw|resolve-cache)\//.test(path)) {
		return 'resolvers';
	}
	return path.includes('/api/') ? 'api' : 'pages';
}

function bucketOfKey(key: string): string {
	return key.slice(key.lastIndexOf(' ') + 1);
}
