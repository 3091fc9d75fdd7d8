import type { AccessState } from '../shared/repoAccess';
import type { RepoRef } from '../shared/repoType';

/** What became of a request for access, as the repo's owners sort them. */
export const REQUEST_STATUSES = ['pending', 'accepted', 'rejected'] as const;

export type RequestStatus = (typeof REQUEST_STATUSES)[number];

/** Somebody's request for access to a gated repo, as its owners see it. */
export interface AccessRequest {
	/** The user's name at the Hub. */
	readonly user: string;
	readonly fullName?: string;
	readonly email?: string;
	/** Epoch milliseconds. */
	readonly askedAt?: number;
	readonly status: RequestStatus;
	/** What the repo's form asks beside, as it was answered. */
	readonly fields: ReadonlyArray<readonly [name: string, value: string]>;
	/** Who let the user in, where somebody did. */
	readonly grantedBy?: string;
}

/** One page of a list of requests; `next` is there while the Hub has more. */
export interface RequestPage {
	readonly requests: readonly AccessRequest[];
	readonly next?: (signal: AbortSignal) => Promise<RequestPage>;
}

/** An owner's answer to a request. A reason is told to the user who is rejected. */
export type RequestAnswer =
	| { readonly status: 'accepted' }
	| { readonly status: 'rejected'; readonly reason?: string };

/** Gated repos: whether one is let in, and who wants to be. Every failure is a `ProblemError`. */
export interface HubAccess {
	/** Where the user of the token in use stands with a repo's files. A state is an answer, not a failure. */
	access(repo: RepoRef, signal: AbortSignal): Promise<AccessState>;
	/** The requests for a repo of one's own. Needs a token that may write to it. */
	requests(repo: RepoRef, status: RequestStatus, signal: AbortSignal): Promise<RequestPage>;
	/** Lets a user in, or keeps them out. */
	answer(repo: RepoRef, user: string, answer: RequestAnswer, signal: AbortSignal): Promise<void>;
}
