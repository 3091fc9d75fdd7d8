import type { Problem } from '../../shared/problem';
import type { TokenPlace } from '../placeOf';

/** A token by the name that is shown, and its id where the vault has it. */
interface Named {
	/** As part of a sentence, such as `“vscode” of ada`. */
	readonly name: string;
	readonly tokenId?: string;
	readonly place: TokenPlace;
}

/** What the Hub says about each token. Times are epoch milliseconds. */
export type TokenFinding =
	| { readonly kind: 'tokens.none' }
	| (Named & {
			readonly kind: 'tokens.works';
			readonly role: string;
			/** What it may do, in words. */
			readonly abilities: string;
			readonly checkedAt: number;
	  })
	| (Named & { readonly kind: 'tokens.refused' })
	| (Named & { readonly kind: 'tokens.expired' })
	/** One that the command line has stored and does not use. */
	| { readonly kind: 'tokens.storedRefused'; readonly name: string; readonly section: string }
	| (Named & { readonly kind: 'tokens.expiresSoon'; readonly expiresAt: number; readonly days: number })
	| (Named & { readonly kind: 'tokens.old'; readonly since: number; readonly days: number })
	/** It is a sign-in's, which cannot be renewed any more. */
	| (Named & { readonly kind: 'tokens.signInEnded' })
	/** The vault knows of it, and does not give its value. */
	| (Named & { readonly kind: 'tokens.unreadable'; readonly problem: Problem })
	/** The Hub could not be asked, which says nothing about the token. */
	| (Named & {
			readonly kind: 'tokens.unchecked';
			readonly problem: Problem;
			readonly checkedAt?: number;
	  })
	| { readonly kind: 'tokens.keyringWorks' }
	/** On no list here. */
	| { readonly kind: 'tokens.unlisted'; readonly count: number }
	| { readonly kind: 'tokens.keyringFails'; readonly detail: string }
	| { readonly kind: 'tokens.sessionOnly'; readonly names: readonly string[] };
