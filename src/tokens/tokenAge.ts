import type { TokenRecord } from './tokenRecord';

const DAY = 24 * 60 * 60 * 1000;
/** A token that ends within a week is worth a word; one that lives for hours only ends all the time and is not. */
const SOON_DAYS = 7;

/** What is to be said about a token's age: that it is old, that it ends soon, or that its time is over. In whole days. */
export type TokenAge =
	| { readonly kind: 'old'; readonly days: number }
	| { readonly kind: 'ending'; readonly days: number }
	| { readonly kind: 'ended' };

type Dates = Partial<Pick<TokenRecord, 'createdAt' | 'addedAt' | 'expiresAt' | 'signIn'>>;

/**
 * `now` is epoch milliseconds, `remindAfterDays` the age that is old, 0 for never. Nothing where there is nothing to say: of
 * a sign-in, whose token is a new one every few hours.
 */
export function tokenAge(
	{ createdAt, addedAt, expiresAt, signIn }: Dates,
	now: number,
	remindAfterDays: number,
): TokenAge | undefined {
	if (signIn) {
		return undefined;
	}
	if (expiresAt !== undefined && expiresAt <= now) {
		return { kind: 'ended' };
	}
	if (expiresAt !== undefined && expiresAt - now <= SOON_DAYS * DAY) {
		return { kind: 'ending', days: Math.ceil((expiresAt - now) / DAY) };
	}
	const days = Math.floor((now - (createdAt ?? addedAt ?? now)) / DAY);
	return remindAfterDays > 0 && days >= remindAfterDays ? { kind: 'old', days } : undefined;
}
