import { type Fault, type FaultKind, type FaultOf, STATUS_FAULTS } from './fault';

type Candidate = Readonly<Record<string, unknown>>;

const isCount = (value: unknown) => typeof value === 'number' && value >= 0;
const optional = (value: unknown, type: 'string' | 'number' | 'boolean') =>
	value === undefined || typeof value === type;
const nothingElse = () => true;

/** Whether the other keys of a fault of this kind are right. */
const checks = {
	status: ({ name, seconds }) =>
		(STATUS_FAULTS as readonly unknown[]).includes(name) && optional(seconds, 'number'),
	brokenJson: nothingElse,
	wrongContentType: nothingElse,
	emptyBody: nothingElse,
	cutBeforeFirstDelta: nothingElse,
	cutAfter: ({ deltas, abrupt }) => isCount(deltas) && optional(abrupt, 'boolean'),
	errorEventAfter: ({ deltas, plain }) => isCount(deltas) && optional(plain, 'boolean'),
	stallAfter: ({ deltas }) => isCount(deltas),
	cutBody: ({ bytes }) => bytes === undefined || isCount(bytes),
	stallBody: ({ bytes }) => bytes === undefined || isCount(bytes),
	oneByteChunks: nothingElse,
	reset: nothingElse,
	redirect: ({ status, origin }) =>
		[undefined, 301, 302, 307, 308].includes(status as never) && optional(origin, 'string'),
	foreignLinkHeader: nothingElse,
	slowHeaders: ({ milliseconds, until }) => isCount(milliseconds) && until === undefined,
	hang: nothingElse,
} satisfies Readonly<Record<FaultKind, (fault: Candidate) => boolean>>;

/** A fault that came as JSON, or undefined if it is none. */
export function parseFault(value: unknown): Fault | undefined {
	if (typeof value !== 'object' || value === null) {
		return undefined;
	}
	const candidate = value as Candidate;
	const kind = candidate.kind;
	return typeof kind === 'string' && Object.hasOwn(checks, kind) && checks[kind as FaultKind](candidate)
		? (value as FaultOf<FaultKind>)
		: undefined;
}
