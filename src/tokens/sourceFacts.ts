import type { TokenOrigin } from './resolution';
import type { TokenFormat } from './tokenFormat';
import type { Wrapping } from './wrappingOf';

/** What is to be said about a token that is not the vault's, without its value. */
export interface SourceFacts {
	readonly origin: TokenOrigin;
	readonly format: TokenFormat;
	readonly wrappings: readonly Wrapping[];
	/** Whether it is the very token that is used here. */
	readonly isUsed: boolean;
	/** Whether programs take it by themselves, in a terminal or a notebook. */
	readonly isAmbient: boolean;
}
