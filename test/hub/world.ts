import type { AccessRequests } from './catalogue/accessRequests';
import type { FaultPlan } from './faults';
import type { OAuthServer } from './oauth/oauthServer';
import type { RateLimit } from './rateLimit';
import type { RepoStore } from './repoStore';
import type { TestTokens, TokenName } from './testTokens';
import type { TrafficLog } from './traffic';

/** What the listeners of one running loopback Hub share. Two Hubs in one process share nothing. */
export interface World {
	readonly tokens: TestTokens;
	/** The tokens that somebody has had revoked since the last reset, and for how many requests each is taken still. */
	readonly revoked: Map<TokenName, number>;
	/** For how many requests a token is taken after it was revoked. */
	lingering: number;
	readonly store: RepoStore;
	readonly accessRequests: AccessRequests;
	readonly traffic: TrafficLog;
	readonly oauth: OAuthServer;
	readonly faults: FaultPlan;
	readonly rateLimit: RateLimit;
	/** Milliseconds between two pieces of a streamed answer, unless the request says otherwise. */
	readonly deltaGapMs: number;
	/** Aborts when the Hub stops. */
	readonly stopped: AbortSignal;
	/** Known once every listener is up. */
	readonly origins: { hub: string; router: string; storage: string; foreign: string };
	/** Whether `resolve` leads to the storage for large files, as the real Hub does. */
	readonly redirectsToStorage: boolean;
	/** Large files that were uploaded, by sha256, whether a commit names them yet or not. */
	readonly objects: Map<string, Uint8Array>;
	/** An upload of more than so many bytes goes in parts of that size. */
	readonly partBytes: number;
}
