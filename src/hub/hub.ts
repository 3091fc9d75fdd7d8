import type { Credential } from '../net/credential';
import type { RepoRef } from '../shared/repoType';
import type { RepoAdmin } from './admin';
import type { RepoContents } from './contents';
import type { Collection, CollectionQuery, CollectionSummary } from './collection';
import type { RepoKnowledge } from './facts';
import type { Freshness } from './freshness';
import type { ToldIdentity } from './identity';
import type { ModelSummary, RepoQuery, RepoSummary } from './repo';

/** One page of a list; `next` is there while the Hub has more. It may be asked for another number than 50: at most 500. */
export interface RepoPage {
	readonly repos: readonly RepoSummary[];
	readonly next?: (signal: AbortSignal, most?: number) => Promise<RepoPage>;
}

export interface CollectionPage {
	readonly collections: readonly CollectionSummary[];
	readonly next?: (signal: AbortSignal) => Promise<CollectionPage>;
}

/** Repos that somebody likes, the latest first. */
export interface LikedPage {
	readonly repos: readonly RepoRef[];
	readonly next?: (signal: AbortSignal) => Promise<LikedPage>;
}

/** The Hub as the features see it. Every failure is a `ProblemError`. */
export interface Hub extends RepoContents, RepoKnowledge, RepoAdmin {
	/**
	 * Whose a token is; the one call that takes a credential, because it is asked before the value is stored. The answer is
	 * remembered for an hour, and so is a rate limit until it ends; `fresh` asks anyway, because the user does.
	 */
	whoAmI(credential: Credential, signal: AbortSignal, fresh?: Freshness): Promise<ToldIdentity>;
	/**
	 * Has a token revoked that others may have seen. The Hub's answer is the same for one that it does not know.
	 * (`POST /api/credentials/revoke`, which anybody may call.)
	 */
	revoke(credential: Credential, signal: AbortSignal): Promise<void>;
	/** A list of repos, 50 at a time. Works without a token for what is public. */
	repos(query: RepoQuery, signal: AbortSignal): Promise<RepoPage>;
	/** One repo as lists give it; a model with its providers. */
	repo(repo: RepoRef, signal: AbortSignal): Promise<RepoSummary>;
	/** One model, with its providers. */
	model(id: string, signal: AbortSignal): Promise<ModelSummary>;
	/** What a user likes, of every type. */
	liked(user: string, signal: AbortSignal): Promise<LikedPage>;
	/** A list of collections, 50 at a time. */
	collections(query: CollectionQuery, signal: AbortSignal): Promise<CollectionPage>;
	/** One collection with all that is in it. `id` is its slug. */
	collection(id: string, signal: AbortSignal): Promise<Collection>;
}
