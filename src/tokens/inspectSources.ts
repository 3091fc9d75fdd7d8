import type { EnvFileToken } from './ambientToken';
import type { RawSource } from './tokenSources';
import type { SourceFacts } from './sourceFacts';
import { checkToken, cleanToken } from './tokenFormat';
import { wrappingOf } from './wrappingOf';

/** What is to be said about the tokens of elsewhere. `used` is the value in use here, for a comparison; none is kept. */
export function inspectSources(
	sources: readonly RawSource[],
	envFiles: readonly EnvFileToken[],
	used: string | undefined,
): readonly SourceFacts[] {
	const about = (value: string) => ({
		format: checkToken(value),
		...(used !== undefined && { isUsed: value === used }),
	});
	return [
		...sources.map(({ origin, raw }) => ({
			origin,
			wrappings: wrappingOf(raw, origin.kind !== 'environment'),
			...about(cleanToken(raw)),
		})),
		...envFiles.map(({ path, variable, value, wrappings = [] }) => ({
			origin: { kind: 'envFile', path, variable } as const,
			wrappings,
			...about(value),
		})),
	];
}
