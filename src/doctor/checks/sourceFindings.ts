import type { Resolution } from '../../tokens/resolution';
import { sameOrigin } from '../../tokens/sameOrigin';
import type { SourceFacts } from '../../tokens/sourceFacts';
import type { SourceFinding } from '../findings/sourceFinding';

/** Which token is used, which others there are, and what is odd about them. */
export function sourceFindings(
	resolution: Resolution,
	sources: readonly SourceFacts[],
): readonly SourceFinding[] {
	const { origin: used, passedOver } = resolution;
	const first: SourceFinding = used
		? { kind: 'sources.used', resolution }
		: { kind: 'sources.none', passedOver: passedOver.length };
	return [
		first,
		...sources.flatMap(source => [...oddities(source), ...agreement(source, used)]),
		...(resolution.unreadable ?? []).map(({ path }) => ({ kind: 'sources.unreadable' as const, path })),
	];
}

function oddities({ origin, format, wrappings }: SourceFacts): readonly SourceFinding[] {
	if (format !== 'ok') {
		return [{ kind: 'sources.malformed', origin, format }];
	}
	return wrappings.length > 0 ? [{ kind: 'sources.wrapped', origin, wrappings }] : [];
}

/** Two places that hold a token each may disagree about it, as far as programs take theirs from one of them. */
function agreement(
	{ origin, format, isUsed, isAmbient }: SourceFacts,
	used: Resolution['origin'],
): readonly SourceFinding[] {
	if (!used || !isAmbient || format !== 'ok' || sameOrigin(origin, used)) {
		return [];
	}
	return [{ kind: isUsed ? 'sources.same' : 'sources.conflict', used, other: origin }];
}
