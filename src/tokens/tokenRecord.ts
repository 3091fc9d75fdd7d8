/** What is known about a token in the vault; everything but its value. */
export interface TokenRecord {
	/** Stable, made at random; the key of the secret is derived from it. */
	readonly id: string;
	readonly name: string;
	readonly user: string;
	readonly role: string;
	readonly scopes?: readonly string[];
	readonly organisations: ReadonlyArray<{ readonly name: string; readonly canPay: boolean }>;
	readonly isPro: boolean;
	/** Epoch milliseconds, all of them. */
	readonly createdAt?: number;
	readonly addedAt: number;
	readonly checkedAt: number;
	readonly lastUsedAt?: number;
	/** What the last check said. */
	readonly state: 'valid' | 'invalid' | 'expired';
}
