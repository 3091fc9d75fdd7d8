import type { Permission } from '../../shared/permission';
import type { Problem } from '../../shared/problem';
import type { TokenPlace } from '../placeOf';

interface Wanted {
	readonly goal: Permission;
	/** Who is to pay, where that is an organisation. */
	readonly on?: string;
	/** The token that is taken for it, as part of a sentence. */
	readonly name: string;
}

interface Lying {
	readonly place: TokenPlace;
	readonly tokenId?: string;
}

/** Another one of the vault's, which may do it. */
interface Other {
	readonly other: string;
	readonly otherId: string;
}

/** Whether the token that is taken for what the user wants to do may do it. */
export type GoalFinding =
	| { readonly kind: 'goal.noToken'; readonly goal: Permission; readonly on?: string }
	/** `insteadOf`: the token in use, which this one stands in for. */
	| (Wanted & { readonly kind: 'goal.can'; readonly insteadOf?: string })
	| (Wanted & { readonly kind: 'goal.cannot' })
	/** The organisation that is to pay is none of the account's, or cannot. */
	| (Wanted & { readonly kind: 'goal.cannotPay'; readonly on: string })
	/** It cannot, and another one of the vault's can. */
	| (Wanted & Other & { readonly kind: 'goal.another' })
	/** The Hub does not take it, whatever it may do. */
	| (Wanted &
			Lying &
			Partial<Other> & {
				readonly kind: 'goal.refused';
				readonly how: 'refused' | 'expired' | 'signInEnded';
			})
	/** There is no value of it that could be sent. */
	| (Wanted & Lying & Partial<Other> & { readonly kind: 'goal.unreadable'; readonly problem: Problem })
	/** The Hub could not be asked. `checkedAt` is when it said that this is possible, in epoch milliseconds. */
	| (Wanted & { readonly kind: 'goal.unasked'; readonly problem: Problem; readonly checkedAt?: number })
	/** The Hub does not tell what such a token may do. */
	| (Wanted & { readonly kind: 'goal.unknown' })
	/** It may do far more than is wanted. */
	| (Wanted & { readonly kind: 'goal.tooMuch' });
