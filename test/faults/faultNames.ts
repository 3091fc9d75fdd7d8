import { type Fault, type FaultKind, STATUS_FAULTS, type StatusFault, type StreamFault } from '../hub/fault';
import type { EndpointFault } from './brokenEndpoint';

/** The error answers of the loopback Hub that only some requests can meet, by what those are about. */
interface SpecialRefusals {
	readonly repo:
		| 'gatedSignIn'
		| 'gatedRequest'
		| 'gatedPending'
		| 'gatedRejected'
		| 'disabled'
		| 'tokenUnapproved'
		| 'tokenRevokedByOrganization'
		| 'repoNotFound';
	readonly revision: 'entryNotFound' | 'revisionNotFound';
	readonly inference:
		| 'noInferencePermission'
		| 'outOfCredits'
		| 'modelNotSupported'
		| 'modelNotFound'
		| 'deprecated'
		| 'tooLarge'
		| 'inputTooLong'
		| 'templateError'
		| 'missingField'
		| 'fastApiDetail'
		| 'plainDetail'
		| 'problemJson'
		| 'rateLimitedProvider'
		| 'loading';
}

/** All others, and whichever are added, are for requests of any kind. */
interface Refusals extends SpecialRefusals {
	readonly request: Exclude<StatusFault, SpecialRefusals[keyof SpecialRefusals]>;
}

export type RefusalGroup = keyof Refusals;
export type RefusalIn<G extends RefusalGroup> = Refusals[G];

/** What goes wrong inside of an event stream. */
export type StreamFaultName = StreamFault['kind'] | 'cutAbruptly' | 'plainErrorEventAfter';
/** What goes wrong inside of any other body. */
export type BodyFaultName = Extract<FaultKind, 'cutBody' | 'stallBody'>;
/** What can happen to whatever request. */
export type ConnectionFaultName = Exclude<FaultKind, 'status' | StreamFault['kind'] | BodyFaultName>;
/** The same answers as above, but given only once. */
export type PassingFaultName = 'rateLimitedOnce' | 'loadingOnce';

export type FaultName =
	| StatusFault
	| StreamFaultName
	| BodyFaultName
	| ConnectionFaultName
	| PassingFaultName
	| EndpointFault;

/** How a fault is brought about: by the loopback Hub, at every matching request or `once`, or by another endpoint. */
export type FaultPlan =
	| { readonly fault: Fault; readonly once?: true }
	| { readonly endpoint: EndpointFault };

/** Pieces of text that arrive before a stream goes wrong. */
export const DELTAS_BEFORE = 4;

const refusals = Object.fromEntries(
	STATUS_FAULTS.map((name): [StatusFault, FaultPlan] => [name, { fault: { kind: 'status', name } }]),
) as Record<StatusFault, FaultPlan>;

export const FAULTS: Readonly<Record<FaultName, FaultPlan>> = {
	...refusals,
	rateLimitedOnce: { fault: { kind: 'status', name: 'rateLimited' }, once: true },
	loadingOnce: { fault: { kind: 'status', name: 'loading' }, once: true },
	brokenJson: { fault: { kind: 'brokenJson' } },
	wrongContentType: { fault: { kind: 'wrongContentType' } },
	emptyBody: { fault: { kind: 'emptyBody' } },
	cutBeforeFirstDelta: { fault: { kind: 'cutBeforeFirstDelta' } },
	cutAfter: { fault: { kind: 'cutAfter', deltas: DELTAS_BEFORE } },
	cutAbruptly: { fault: { kind: 'cutAfter', deltas: DELTAS_BEFORE, abrupt: true } },
	errorEventAfter: { fault: { kind: 'errorEventAfter', deltas: DELTAS_BEFORE } },
	plainErrorEventAfter: { fault: { kind: 'errorEventAfter', deltas: DELTAS_BEFORE, plain: true } },
	stallAfter: { fault: { kind: 'stallAfter', deltas: DELTAS_BEFORE } },
	cutBody: { fault: { kind: 'cutBody' } },
	stallBody: { fault: { kind: 'stallBody' } },
	oneByteChunks: { fault: { kind: 'oneByteChunks' } },
	reset: { fault: { kind: 'reset' } },
	redirect: { fault: { kind: 'redirect' } },
	foreignLinkHeader: { fault: { kind: 'foreignLinkHeader' } },
	slowHeaders: { fault: { kind: 'slowHeaders', milliseconds: 20 } },
	hang: { fault: { kind: 'hang' } },
	refused: { endpoint: 'refused' },
	tls: { endpoint: 'tls' },
};
