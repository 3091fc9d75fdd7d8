import type { EndpointFault } from './brokenEndpoint';
import type { BodyFaultName, ConnectionFaultName, RefusalIn } from './faultNames';
import {
	bodies,
	connections,
	endpoints,
	fails,
	isNotUnderstood,
	repos,
	requests,
	type Row,
	serverFails,
} from './rows';

/** Everything that is asked in a download and in an upload, one kind of request of each. */
interface TransferSteps {
	/** Which commit a branch is at, and what is in it: before both, and the same for both. */
	readonly findCommit: 'first';
	readonly listFiles: 'hub';
	/** A small file, which the Hub has from a cache of its own. */
	readonly askSmall: 'file';
	readonly readSmall: 'file';
	/** A large one, which it sends on to the storage for, from the beginning or from where an earlier attempt ended. */
	readonly askLarge: 'file';
	readonly readLarge: 'storage';
	readonly readRest: 'storage';
	/** How each file is to be sent, and where to. */
	readonly askModes: 'hub';
	readonly askStorage: 'hub';
	readonly putWhole: 'storage';
	readonly putPart: 'storage';
	readonly complete: 'storage';
	/** Whether it has arrived. */
	readonly verify: 'hub';
	readonly commit: 'hub';
}

export type TransferStepName = keyof TransferSteps;

type EveryFault = RefusalIn<'request'> | 'rateLimitedOnce' | ConnectionFaultName | BodyFaultName;
type FaultAt<K> =
	| EveryFault
	| (K extends 'storage' ? never : RefusalIn<'repo' | 'revision'>)
	| (K extends 'first' ? EndpointFault : never);

const hub = {
	...requests,
	...repos,
	...connections,
	...bodies,
	entryNotFound: serverFails(404),
	revisionNotFound: fails({ code: 'revision.notFound' }),
} as const satisfies Row<FaultAt<'hub'>>;

/** A file, or what leads to one: a broken line is taken up again, and a short rate limit waited for. */
const file = {
	...hub,
	entryNotFound: fails({ code: 'file.notFound' }),
	rateLimitedOnce: 'success',
	// To another port of the same host, as a storage might be; who answers there has not got the file.
	redirect: isNotUnderstood,
} as const satisfies Row<FaultAt<'file'>>;

/** Nobody shows a token to the storage, and it knows no repo. */
const storage = {
	...requests,
	...connections,
	...bodies,
	unauthorized: serverFails(401),
	expiredToken: serverFails(401),
	malformedCredentials: serverFails(401),
	rateLimitedOnce: 'success',
} as const satisfies Row<FaultAt<'storage'>>;

/** The status has said all that there is to know. */
const told = { cutBody: 'success', stallBody: 'success' } as const;
const notThere = fails({ code: 'file.notArrived' });

/**
 * Step × fault: what a transfer comes to when all requests of that kind have that fault. A fault that a step can meet and that
 * has no expectation does not compile.
 */
export const TRANSFER_MATRIX: { readonly [S in TransferStepName]: Row<FaultAt<TransferSteps[S]>> } = {
	findCommit: { ...hub, ...endpoints },
	listFiles: { ...hub, foreignLinkHeader: fails({ code: 'token.origin' }) },
	// A redirect has no body that matters.
	askSmall: { ...file, ...told },
	readSmall: file,
	askLarge: { ...file, ...told },
	readLarge: { ...storage, redirect: isNotUnderstood },
	readRest: { ...storage, redirect: isNotUnderstood },
	askModes: hub,
	askStorage: hub,
	// It said that it has what it has not: the Hub, which is asked, does not find it.
	putWhole: { ...storage, ...told, brokenJson: notThere, wrongContentType: notThere, emptyBody: notThere },
	putPart: { ...storage, ...told },
	complete: { ...storage, ...told, brokenJson: notThere, wrongContentType: notThere, emptyBody: notThere },
	// A status without a body has said it all; a line that breaks is taken up again.
	verify: {
		...hub,
		...told,
		rateLimitedOnce: 'success',
		notFound: fails({ code: 'file.notArrived' }),
		brokenJson: 'success',
		wrongContentType: 'success',
		emptyBody: 'success',
	},
	commit: hub,
};
