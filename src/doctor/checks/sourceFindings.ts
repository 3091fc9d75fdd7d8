import type { AmbientOrigin } from '../../tokens/ambientToken';
import type { Ambient, AmbientUse } from '../../tokens/ambientUse';
import type { Resolution, TokenLocation } from '../../tokens/resolution';
import { sameOrigin } from '../../tokens/sameOrigin';
import type { SourceFacts } from '../../tokens/sourceFacts';
import type { Programs, SourceFinding } from '../findings/sourceFinding';

/** Which token is used, what is odd about the others there are, and whether programs that are started here use the same. */
export function sourceFindings(
	resolution: Resolution,
	sources: readonly SourceFacts[],
	ambient: Ambient,
): readonly SourceFinding[] {
	const { origin: used, passedOver } = resolution;
	const first: SourceFinding = used
		? { kind: 'sources.used', resolution }
		: { kind: 'sources.none', passedOver: passedOver.length };
	return [
		first,
		...sources.flatMap(oddities),
		...(used ? agreement(used, ambient) : []),
		...(resolution.unreadable ?? []).map(
			({ path, reason }) => ({ kind: 'sources.unreadable', path, reason }) as const,
		),
	];
}

function oddities({ origin, format, wrappings, isUsed }: SourceFacts): readonly SourceFinding[] {
	if (format !== 'ok') {
		return [{ kind: 'sources.malformed', origin, format }];
	}
	return [
		...(wrappings.length > 0 ? [{ kind: 'sources.wrapped' as const, origin, wrappings }] : []),
		...(origin.kind === 'envFile'
			? [{ kind: 'sources.envFile' as const, origin, ...(isUsed !== undefined && { isUsed }) }]
			: []),
	];
}

/** Where programs take their token from one place, it is one finding. */
function agreement(used: TokenLocation, { terminals, notebooks }: Ambient): readonly SourceFinding[] {
	return JSON.stringify(terminals) === JSON.stringify(notebooks)
		? ofPrograms(used, 'both', terminals)
		: [...ofPrograms(used, 'terminals', terminals), ...ofPrograms(used, 'notebooks', notebooks)];
}

function ofPrograms(
	used: TokenLocation,
	programs: Programs,
	{ origin: other, differs }: AmbientUse,
): readonly SourceFinding[] {
	if (other?.kind === 'given') {
		return [{ kind: 'sources.given', used }];
	}
	if (other === undefined || isPlaceOf(other, used)) {
		return [];
	}
	const kind =
		differs === undefined ? 'sources.unknown' : differs ? 'sources.conflict' : ('sources.same' as const);
	return [{ kind, programs, used, other }];
}

function isPlaceOf(other: Exclude<AmbientOrigin, { kind: 'given' }>, used: TokenLocation): boolean {
	return other.kind !== 'envFile' && sameOrigin(used, other);
}
