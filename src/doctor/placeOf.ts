import type { TokenReference } from '../tokens/resolution';

/** Where a token lies, as far as its repair depends on it. */
export type TokenPlace = 'vault' | 'environment' | 'cli' | 'envFile';

export function placeOf({ kind }: TokenReference): TokenPlace {
	return kind === 'stored' ? 'cli' : kind;
}
