import type { RepoType } from '../shared/repoType';

/** What a field of a card holds. */
export type FieldValue =
	| { readonly kind: 'text' | 'flag' | 'number' | 'structure' | 'license' | 'language' }
	/** One of a list; where the list is `open`, others are as good. */
	| { readonly kind: 'choice'; readonly values: Readonly<Record<string, string>>; readonly open?: true }
	| { readonly kind: 'repo'; readonly of: RepoType };

/** One field that the Hub knows in the front matter of a card. */
export interface CardField {
	/** What it is for, in a sentence or two. */
	readonly about: string;
	readonly value: FieldValue;
	/** Whether it may have several values, or always has a list of them. */
	readonly list?: 'may' | 'always';
}
