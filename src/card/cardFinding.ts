import type { Span } from './cardDocument';

/** A change of the text that mends what was found. */
export interface CardFix extends Span {
	readonly title: string;
	readonly text: string;
}

/** Something about a card that the Hub would refuse (an error), or not understand. */
export interface CardFinding extends Span {
	readonly severity: 'error' | 'warning' | 'information';
	readonly message: string;
	readonly fixes: readonly CardFix[];
}
