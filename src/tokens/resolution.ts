import type { UnreadableReason } from './unreadableFile';

/** The environment variables that hold a token, in the order in which they count. */
export const TOKEN_VARIABLES = ['HF_TOKEN', 'HUGGING_FACE_HUB_TOKEN'] as const;

export type TokenVariable = (typeof TOKEN_VARIABLES)[number];

/** What there is to know about a token that the `hf` command line owns. */
export interface CliOrigin {
	/** The file that it is in. */
	readonly path: string;
	/** Whether a sign-in gave it; the command line renews it by itself. */
	readonly isOAuth?: boolean;
	/** Epoch milliseconds. */
	readonly expiresAt?: number;
}

/** A place outside the vault that an access token can come from. */
export type OutsideLocation =
	| { readonly kind: 'environment'; readonly variable: TokenVariable }
	/** The one that the command line uses; `name` is what it is stored as. */
	| ({ readonly kind: 'cli'; readonly name?: string } & CliOrigin)
	/** One that the command line has stored and does not use. */
	| ({ readonly kind: 'stored'; readonly name: string } & CliOrigin);

/** A token that is not ours: where it comes from, and what tells it from another one that may stand there later. */
export type OutsideOrigin = OutsideLocation & { readonly fingerprint: string };

/** Where an access token comes from. */
export type TokenOrigin =
	| { readonly kind: 'vault'; readonly id: string; readonly name: string; readonly user: string }
	| OutsideOrigin;

export type TokenLocation = Extract<TokenOrigin, { kind: 'vault' }> | OutsideLocation;

/** A token by where it lies, which stays true when its value changes: what a workspace's choice is kept as. */
export type TokenReference =
	| { readonly kind: 'vault'; readonly id: string }
	| { readonly kind: 'environment'; readonly variable: TokenVariable }
	| { readonly kind: 'cli' }
	| { readonly kind: 'stored'; readonly name: string };

/**
 * Why a token is the one in force. `session`: it is kept for this window only; `leastPrivilege`: of the default token's
 * account, it may do the least that will do; `standIn`: the default token was refused, and this one is of its account.
 */
export type TokenReason =
	| 'workspace'
	| 'session'
	| 'default'
	| 'leastPrivilege'
	| 'standIn'
	| 'environment'
	| 'cli';

/** Which token is used here, and why; `passedOver` are the ones that exist but are not used. */
export interface Resolution {
	readonly origin: TokenOrigin | undefined;
	readonly reason: TokenReason | undefined;
	readonly passedOver: readonly TokenOrigin[];
	/** What this workspace has chosen, where that is gone. */
	readonly missing?: TokenReference;
	/** Files of the command line that are there and cannot be read. */
	readonly unreadable?: ReadonlyArray<{ readonly path: string; readonly reason: UnreadableReason }>;
}
