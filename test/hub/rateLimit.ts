import type { Caller } from './authentication';

export type Bucket = 'api' | 'resolvers' | 'pages';

const quotas = {
	anonymous: { api: 500, resolvers: 3000, pages: 100 },
	free: { api: 1000, resolvers: 5000, pages: 200 },
	pro: { api: 2500, resolvers: 12_000, pages: 400 },
} as const satisfies Record<string, Record<Bucket, number>>;

const windowSeconds = 300;

function planOf(caller: Caller): keyof typeof quotas {
	return caller.kind === 'anonymous' ? 'anonymous' : caller.account.isPro ? 'pro' : 'free';
}

/**
 * Counts requests in fixed windows of five minutes and says in headers what is left. It never refuses anything by
 * itself (a test suite is a busy caller): the count stops at 1, and a real 429 is a fault that a test asks for.
 */
export class RateLimit {
	private readonly used = new Map<string, number>();
	private window = 0;

	/** The `RateLimit` headers for one more request; `now` is epoch milliseconds. */
	count(caller: Caller, bucket: Bucket, now: number): Record<string, string> {
		const seconds = Math.floor(now / 1000);
		const window = Math.floor(seconds / windowSeconds);
		if (window !== this.window) {
			this.window = window;
			this.used.clear();
		}
		const key = `${caller.kind === 'anonymous' ? '' : caller.account.name} ${bucket}`;
		const used = (this.used.get(key) ?? 0) + 1;
		this.used.set(key, used);
		const quota = quotas[planOf(caller)][bucket];
		const remaining = Math.max(1, quota - used);
		return {
			RateLimit: `"${bucket}";r=${remaining};t=${windowSeconds - (seconds % windowSeconds)}`,
			'RateLimit-Policy': `"fixed window";"${bucket}";q=${quota};w=${windowSeconds}`,
		};
	}
}
