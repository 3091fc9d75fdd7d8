import type { Permission } from './permission';
import type { LeftJob } from './run';

/** Why the files of the `hf` command line could not be changed. */
export type CliFailure =
	| 'locked'
	| 'denied'
	| 'full'
	| 'damaged'
	| 'changed'
	| 'tooLarge'
	| 'notAFile'
	| 'failed';

/**
 * Where a token stands with an organisation that keeps it out: its administrators have not approved it, have revoked it, or take
 * no tokens of its kind.
 */
export type TokenStanding = 'unapproved' | 'revoked' | 'disallowed';

/**
 * Everything that can go wrong, as data. Domains make problems, `ui/problems.ts` words each one.
 * `detail` is the other side's own sentence, never a token, a prompt or a header.
 */
export type Problem =
	| { readonly code: 'token.missing'; readonly permission: Permission }
	| { readonly code: 'token.format'; readonly detail: string }
	/** `tokenKey`: which token it is, where that is known (`Credential.key`). */
	| { readonly code: 'token.invalid'; readonly tokenName?: string; readonly tokenKey?: string }
	/** `renewedBy`: the token is not ours, and the `hf` command line renews it. */
	| {
			readonly code: 'token.expired';
			readonly tokenName?: string;
			readonly tokenKey?: string;
			readonly renewedBy?: 'cli';
	  }
	/**
	 * The organisation that is to pay for runs is none of the account's, or cannot pay. `tokenId`: the token of the vault whose
	 * facts say so.
	 */
	| {
			readonly code: 'billing.organization';
			readonly organization: string;
			readonly user: string;
			readonly tokenId?: string;
	  }
	/**
	 * `on`: for whom, or on what, where that is not the account itself. `tokenId`: the token of the vault whose facts say so,
	 * where nobody asked the Hub.
	 */
	| {
			readonly code: 'token.permission';
			readonly permission: Permission;
			readonly on?: string;
			readonly detail?: string;
			readonly tokenId?: string;
	  }
	/** An organisation's policy on tokens keeps this one out, whatever it may do. `on` as for `token.permission`. */
	| {
			readonly code: 'token.policy';
			readonly standing: TokenStanding;
			readonly permission: Permission;
			readonly on?: string;
			readonly detail?: string;
	  }
	/** The `hf` command line's files could not be changed. */
	| { readonly code: 'token.cli'; readonly path: string; readonly reason: CliFailure }
	/** The user said no on the page, or the code was not used in time. */
	| { readonly code: 'signIn.denied' }
	| { readonly code: 'signIn.expired' }
	/** The Hub does not know the app, or does not give it what was asked for. */
	| { readonly code: 'signIn.client'; readonly detail?: string }
	/** A sign-in cannot be renewed any more. */
	| { readonly code: 'signIn.ended'; readonly tokenName?: string }
	/** It would have to be renewed by a host to which the user does not let it go. */
	| {
			readonly code: 'signIn.host';
			readonly origin: string;
			readonly tokenName?: string;
			readonly tokenKey?: string;
	  }
	| { readonly code: 'token.origin'; readonly origin: string }
	/** What was to be asked for has a token's value in it, and would be part of an address. */
	| { readonly code: 'token.inAddress' }
	/** The Hub or the router is not Hugging Face's own, and the user has not allowed this token to go there. */
	| {
			readonly code: 'token.consent';
			readonly origin: string;
			readonly tokenName: string;
			readonly tokenKey?: string;
	  }
	/**
	 * The place where tokens are kept. `tokenId`: it has no value for that one; `isList`: it is not the keyring, but the list of
	 * what is in it.
	 */
	| {
			readonly code: 'token.keyring';
			readonly detail: string;
			readonly tokenId?: string;
			readonly isList?: true;
	  }
	| { readonly code: 'access.gated.signIn'; readonly repo: string }
	/** `wasReset`: its authors want a request that was made before made again. */
	| { readonly code: 'access.gated.request'; readonly repo: string; readonly wasReset?: true }
	| { readonly code: 'access.gated.pending'; readonly repo: string }
	| { readonly code: 'access.gated.rejected'; readonly repo: string }
	| { readonly code: 'access.disabled'; readonly repo: string }
	/** `missesPrivate`: it may be private, and the token that asked does not see what its owner keeps private. */
	| {
			readonly code: 'repo.notFound';
			readonly repo: string;
			readonly signedIn: boolean;
			readonly missesPrivate?: true;
	  }
	| {
			readonly code: 'file.notFound';
			readonly repo: string;
			readonly file: string;
			readonly revision: string;
	  }
	/** `searched`: commits of main among which one that begins so was looked for, where there are more. */
	| {
			readonly code: 'revision.notFound';
			readonly repo: string;
			readonly revision?: string;
			readonly searched?: number;
	  }
	/** More bytes than are taken without being asked for. */
	| {
			readonly code: 'file.tooLarge';
			readonly file: string;
			readonly bytes: number;
			readonly most: number;
	  }
	| {
			readonly code: 'model.noProvider';
			readonly model: string;
			readonly provider?: string;
			/** Providers that do serve it, and models like it that are served. */
			readonly servedBy?: readonly string[];
			readonly similar?: readonly string[];
			/** Nothing was sent, because nobody lists the model. */
			readonly unsent?: boolean;
			/** The user may send it all the same: the list may lack it. */
			readonly maySend?: boolean;
	  }
	| { readonly code: 'model.wrongTask'; readonly model: string; readonly task: string }
	| { readonly code: 'model.deprecated'; readonly model: string; readonly provider?: string }
	| { readonly code: 'credits'; readonly detail?: string }
	| { readonly code: 'rateLimited'; readonly resetSeconds?: number }
	| { readonly code: 'loading'; readonly estimatedSeconds?: number }
	| { readonly code: 'input.invalid'; readonly detail: string }
	| { readonly code: 'settings.invalid'; readonly detail: string }
	| { readonly code: 'input.tooLong'; readonly detail: string }
	/** A picture or a sound of more bytes than a run takes. */
	| {
			readonly code: 'input.fileTooLarge';
			readonly file: string;
			readonly bytes: number;
			readonly most: number;
	  }
	| { readonly code: 'network.offline'; readonly host: string }
	| {
			readonly code: 'network.offlineMode';
			readonly variable: 'HF_HUB_OFFLINE' | 'TRANSFORMERS_OFFLINE';
	  }
	| { readonly code: 'network.timeout'; readonly host: string; readonly seconds: number }
	| { readonly code: 'network.tls'; readonly host: string; readonly detail: string }
	| { readonly code: 'network.proxy'; readonly host: string; readonly detail: string }
	| { readonly code: 'network.redirect'; readonly host: string }
	| { readonly code: 'stream.cut' }
	| { readonly code: 'stream.stalled'; readonly seconds: number }
	| { readonly code: 'interrupted' }
	| {
			readonly code: 'server';
			readonly status: number;
			readonly detail?: string;
			readonly requestId?: string;
	  }
	| { readonly code: 'protocol'; readonly detail: string }
	/** `purpose` is absent where the history of runs could not be kept. */
	| { readonly code: 'disk.full'; readonly path: string; readonly purpose?: 'transfer' }
	| { readonly code: 'disk.permission'; readonly path: string; readonly purpose?: 'transfer' }
	| {
			readonly code: 'disk.space';
			readonly path: string;
			readonly neededBytes: number;
			readonly freeBytes: number;
	  }
	/** A name that would not stay in its folder, or that this machine has no place for. */
	| { readonly code: 'file.unsafeName'; readonly file: string }
	/** All bytes came, twice, and their hash is not the one that the Hub names. */
	| { readonly code: 'file.damaged'; readonly file: string }
	/** Nothing can be uploaded, for a reason of the files' or of where they were to go. */
	| { readonly code: 'upload.refused'; readonly detail: string }
	/** A file of one's own changed while it was being uploaded. */
	| { readonly code: 'file.changed'; readonly file: string }
	/** A large file was sent, and the Hub does not find it, or not all of it. */
	| { readonly code: 'file.notArrived'; readonly file: string }
	/** Somebody else's commit came first. */
	| { readonly code: 'commit.conflict'; readonly repo: string }
	/**
	 * More than the Hub takes in one commit: files kept by hash, bytes of the others as they are sent, or entries of a folder, which
	 * is named then.
	 */
	| {
			readonly code: 'commit.tooLarge';
			readonly what: 'files' | 'bytes' | 'entries';
			readonly count: number;
			readonly most: number;
			readonly folder?: string;
	  }
	/** What is there stands in the way of what was to be made, such as a repo of that name. */
	| { readonly code: 'repo.conflict'; readonly repo: string; readonly detail?: string }
	/** `job`: what became of the one that a provider had in its queue. */
	| { readonly code: 'cancelled'; readonly job?: LeftJob }
	| { readonly code: 'unexpected'; readonly detail: string };

export type ProblemCode = Problem['code'];
export type ProblemOf<C extends ProblemCode> = Extract<Problem, { code: C }>;
