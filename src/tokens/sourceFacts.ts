import type { EnvFileOrigin } from './ambientToken';
import type { OutsideLocation } from './resolution';
import type { TokenFormat } from './tokenFormat';
import type { Wrapping } from './wrappingOf';

/** A place outside of the vault where a token may stand. */
export type SourceOrigin = OutsideLocation | EnvFileOrigin;

/** What is to be said about a token that is not the vault's, without its value. */
export interface SourceFacts {
	readonly origin: SourceOrigin;
	readonly format: TokenFormat;
	readonly wrappings: readonly Wrapping[];
	/** Whether it is the very token that is used here; absent where that one is not there or cannot be read. */
	readonly isUsed?: boolean;
}
