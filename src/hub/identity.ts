import type { FineGrained } from '../shared/fineGrained';

/** An organisation of the account. */
export interface Organisation {
	readonly name: string;
	readonly canPay: boolean;
	readonly role?: string;
}

/** Whose a token is and what it may do, as `GET /api/whoami-v2` says. */
export interface Identity {
	readonly user: string;
	readonly fullName?: string;
	readonly isPro: boolean;
	readonly organisations: readonly Organisation[];
	/** The token's own name at the Hub. */
	readonly tokenName: string;
	/** `read`, `write`, `fineGrained`, or whatever the Hub adds; `oauth` for OAuth tokens. */
	readonly role: string;
	/** What a fine-grained token may do; absent for the classic roles and for OAuth. */
	readonly fineGrained?: FineGrained;
	/** Epoch milliseconds. */
	readonly createdAt?: number;
	/** Epoch milliseconds. The Hub tells it of OAuth tokens only. */
	readonly expiresAt?: number;
}

/** An identity, and when the Hub said so, which may be a while ago. */
export interface ToldIdentity extends Identity {
	/** Epoch milliseconds. */
	readonly toldAt: number;
}
