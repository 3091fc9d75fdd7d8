import type { RawSource } from './tokenSources';
import type { SourceFacts } from './sourceFacts';
import { checkToken, cleanToken } from './tokenFormat';
import { wrappingOf } from './wrappingOf';

/** What is to be said about the tokens of elsewhere. `used` is the value in use here, for a comparison; none is kept. */
export function inspectSources(
	sources: readonly RawSource[],
	used: string | undefined,
	implicit: boolean,
): readonly SourceFacts[] {
	return sources.map(({ origin, raw }) => {
		const value = cleanToken(raw);
		return {
			origin,
			format: checkToken(value),
			wrappings: wrappingOf(raw, origin.kind !== 'environment'),
			isUsed: value === used,
			isAmbient: implicit,
		};
	});
}
