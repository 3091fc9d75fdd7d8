import type { FaultPlan } from './faults';
import type { RateLimit } from './rateLimit';
import type { RepoStore } from './repoStore';
import type { TestTokens } from './testTokens';
import type { TrafficLog } from './traffic';

/** What the listeners of one running loopback Hub share. Two Hubs in one process share nothing. */
export interface World {
	readonly tokens: TestTokens;
	readonly store: RepoStore;
	readonly traffic: TrafficLog;
	readonly faults: FaultPlan;
	readonly rateLimit: RateLimit;
	/** Milliseconds between two pieces of a streamed answer, unless the request says otherwise. */
	readonly deltaGapMs: number;
	/** Aborts when the Hub stops. */
	readonly stopped: AbortSignal;
	/** Known once every listener is up. */
	readonly origins: { hub: string; router: string; foreign: string };
}
