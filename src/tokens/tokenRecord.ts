import type { FineGrained } from '../shared/fineGrained';

/** What is known about a token in the vault; everything but its value. */
export interface TokenRecord {
	/** Stable, made at random; the key of the secret is derived from it. */
	readonly id: string;
	readonly name: string;
	readonly user: string;
	/** `read`, `write`, `fineGrained`, `oauth`, or whatever the Hub adds; `unknown` where it got lost. */
	readonly role: string;
	/** What a fine-grained token may do, and for whom. */
	readonly fineGrained?: FineGrained;
	/** Present where a sign-in with the browser gave it: it renews itself, and may do what was granted. */
	readonly signIn?: { readonly scopes: readonly string[] };
	readonly organisations: ReadonlyArray<{ readonly name: string; readonly canPay: boolean }>;
	readonly isPro: boolean;
	/** Epoch milliseconds, all of them. */
	readonly createdAt?: number;
	/** Told by the Hub of OAuth tokens only. */
	readonly expiresAt?: number;
	readonly addedAt: number;
	readonly checkedAt: number;
	readonly lastUsedAt?: number;
	/** Not before then is the user reminded of the token's age again. */
	readonly remindAt?: number;
	/** When the user was told that the token may do more than it is used for, which is said once. */
	readonly advisedAt?: number;
	/** It is in this window's memory only, and never written. */
	readonly isSessionOnly?: true;
	/** The origin of the Hub that last said it is good; absent where that is not known. */
	readonly hub?: string;
	/** What the last check said. */
	readonly state: 'valid' | 'invalid' | 'expired';
}
