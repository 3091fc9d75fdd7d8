import type { Permission } from '../../shared/permission';

/** Whether the token in use may do what the user wants to. */
export type GoalFinding =
	| { readonly kind: 'goal.noToken'; readonly goal: Permission }
	| { readonly kind: 'goal.can'; readonly goal: Permission; readonly name: string }
	| { readonly kind: 'goal.cannot'; readonly goal: Permission; readonly name: string }
	/** The token in use cannot, and another one of the vault's can. */
	| {
			readonly kind: 'goal.another';
			readonly goal: Permission;
			readonly name: string;
			readonly other: string;
			readonly otherId: string;
	  }
	/** The Hub does not tell what such a token may do. */
	| { readonly kind: 'goal.unknown'; readonly goal: Permission; readonly name: string }
	/** It may do far more than is wanted. */
	| { readonly kind: 'goal.tooMuch'; readonly goal: Permission; readonly name: string };
