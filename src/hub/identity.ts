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
	/** Fine-grained permissions, such as `inference.serverless.write`, in any scope; absent for the classic roles. */
	readonly scopes?: readonly string[];
	/** Epoch milliseconds. */
	readonly createdAt?: number;
}
