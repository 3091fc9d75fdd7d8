import type { Freshness } from './freshness';
import { createHash } from 'node:crypto';
import type { Problem } from '../shared/problem';
import { ProblemError } from '../util/problemError';
import { problemOf } from '../util/problemOf';
import type { Identity, ToldIdentity } from './identity';

const HOUR = 60 * 60 * 1000;
/** Of a rate limit that does not say when it ends: the Hub's windows are five minutes long. */
const WINDOW_SECONDS = 300;

interface Known {
	readonly identity: ToldIdentity;
	readonly until: number;
}

/**
 * What the Hub said about tokens. Its `whoami` has a strict limit of its own, so an answer counts for an hour, callers at the
 * same time share one request, and after a 429 nothing asks by itself before the limit is lifted. Tokens are known by a digest:
 * no value is held.
 */
export class Identities {
	private readonly known = new Map<string, Known>();
	private readonly asking = new Map<string, Promise<ToldIdentity>>();
	private limitedUntil = 0;

	/** `now` is epoch milliseconds. */
	constructor(private readonly now: () => number) {}

	/** `fresh` passes by what is known, and by a rate limit, since somebody asks for it; `again` by what is known. Throws what `ask` does, which is not kept. */
	async of(secret: string, ask: () => Promise<Identity>, fresh?: Freshness): Promise<ToldIdentity> {
		const key = createHash('sha256').update(secret).digest('base64');
		const known = this.known.get(key);
		const limited = Math.ceil((this.limitedUntil - this.now()) / 1000);
		if (!fresh && known && (this.now() < known.until || limited > 0)) {
			return known.identity;
		}
		if (fresh !== 'fresh' && limited > 0) {
			throw new ProblemError({ code: 'rateLimited', resetSeconds: limited });
		}
		return this.ask(key, ask);
	}

	private async ask(key: string, ask: () => Promise<Identity>): Promise<ToldIdentity> {
		const asking = this.asking.get(key);
		if (asking) {
			try {
				return await asking;
			} catch (error) {
				// That the other caller stopped is no reason for this one to fail; what the Hub said is.
				if (problemOf(error).code !== 'cancelled') {
					throw error;
				}
				return this.ask(key, ask);
			}
		}
		const own = this.told(ask);
		this.asking.set(key, own);
		try {
			const identity = await own;
			this.known.set(key, { identity, until: this.now() + HOUR });
			return identity;
		} catch (error) {
			this.remember(key, error instanceof ProblemError ? error.problem : undefined);
			throw error;
		} finally {
			this.asking.delete(key);
		}
	}

	private async told(ask: () => Promise<Identity>): Promise<ToldIdentity> {
		const identity = await ask();
		return { ...identity, toldAt: this.now() };
	}

	private remember(key: string, problem: Problem | undefined): void {
		if (problem?.code === 'token.invalid' || problem?.code === 'token.expired') {
			this.known.delete(key);
		}
		if (problem?.code === 'rateLimited') {
			this.limitedUntil = this.now() + (problem.resetSeconds ?? WINDOW_SECONDS) * 1000;
		}
	}
}
