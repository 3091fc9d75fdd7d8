import type { Problem } from '../../shared/problem';
import type { Rights } from '../../tokens/permits';
import type { TokenRecord } from '../../tokens/tokenRecord';

/** What is known of a token that the Hub takes. */
export type TokenFacts = Rights & Partial<Pick<TokenRecord, 'createdAt' | 'addedAt' | 'expiresAt'>>;

/** Facts, and when the Hub told them, in epoch milliseconds. */
export interface ToldFacts {
	readonly facts: TokenFacts;
	readonly checkedAt: number;
}

/** What came of asking the Hub about a token. */
export type TokenAnswer =
	| ({ readonly state: 'works' } & ToldFacts)
	| { readonly state: 'refused' }
	/** `isRenewedByCli`: a sign-in of the command line, which renews it as soon as it is used there. */
	| { readonly state: 'expired'; readonly isRenewedByCli?: true }
	/** It is a sign-in's, and that is over. */
	| { readonly state: 'signInEnded' }
	/** There is no value that could be sent. */
	| { readonly state: 'unreadable'; readonly problem: Problem }
	/** The Hub could not be asked, which says nothing about the token; `known` is what it said before. */
	| { readonly state: 'unchecked'; readonly problem: Problem; readonly known?: ToldFacts }
	/** It was taken away meanwhile. */
	| { readonly state: 'gone' };
