/** What an answer with an error status is: each has the status, headers and body that the real service is known to send. */
export const STATUS_FAULTS = [
	'unauthorized',
	'expiredToken',
	'malformedCredentials',
	'gatedSignIn',
	'gatedRequest',
	'gatedPending',
	'gatedRejected',
	'noInferencePermission',
	'providerForbidden',
	'disabled',
	'tokenUnapproved',
	'tokenRevokedByOrganization',
	'outOfCredits',
	'notFound',
	'repoNotFound',
	'entryNotFound',
	'revisionNotFound',
	'modelNotSupported',
	'modelNotFound',
	'deprecated',
	'tooLarge',
	'inputTooLong',
	'templateError',
	'missingField',
	'fastApiDetail',
	'plainDetail',
	'problemJson',
	'rateLimited',
	'rateLimitedBare',
	'rateLimitedProvider',
	'internal',
	'badGateway',
	'gatewayTimeout',
	'loading',
	'overloaded',
] as const;

export type StatusFault = (typeof STATUS_FAULTS)[number];

/** Something that goes wrong with one request. */
export type Fault =
	/** `seconds` fills in `estimated_time` or `Retry-After`, where the answer has one. */
	| { readonly kind: 'status'; readonly name: StatusFault; readonly seconds?: number }
	/** 200, `application/json`, and half of a body. */
	| { readonly kind: 'brokenJson' }
	/** 200 and a page of HTML where JSON or an event stream was due. */
	| { readonly kind: 'wrongContentType' }
	/** 200, the right content type and no body. */
	| { readonly kind: 'emptyBody' }
	/** Streams: an end before any text. */
	| { readonly kind: 'cutBeforeFirstDelta' }
	/** Streams: the body ends after so many deltas, cleanly or (`abrupt`) with the connection torn down. */
	| { readonly kind: 'cutAfter'; readonly deltas: number; readonly abrupt?: boolean }
	/** Streams: an error event in the form of OpenAI (an object) or, with `plain`, of TGI (a string). */
	| { readonly kind: 'errorEventAfter'; readonly deltas: number; readonly plain?: boolean }
	/** Streams: nothing more comes after so many deltas, and the connection stays open. */
	| { readonly kind: 'stallAfter'; readonly deltas: number }
	/** Not streams: so many bytes of the right body (default: half), then the connection is torn down. */
	| { readonly kind: 'cutBody'; readonly bytes?: number }
	/** Not streams: so many bytes of the right body (default: half), then nothing, and the connection stays open. */
	| { readonly kind: 'stallBody'; readonly bytes?: number }
	/** The body, one byte per write. */
	| { readonly kind: 'oneByteChunks' }
	/** The connection is torn down instead of an answer. */
	| { readonly kind: 'reset' }
	/** To `origin` (default: a third origin that belongs to nobody), same path and query. */
	| { readonly kind: 'redirect'; readonly status?: 301 | 302 | 307 | 308; readonly origin?: string }
	/** The right answer, and a `Link: rel="next"` that leads to the third origin. */
	| { readonly kind: 'foreignLinkHeader' }
	/** The right answer, but its first byte comes late: after so long, or as soon as a test of the same process says. */
	| { readonly kind: 'slowHeaders'; readonly milliseconds: number; readonly until?: Promise<unknown> }
	/** No answer, and the connection stays open. */
	| { readonly kind: 'hang' };

export type FaultKind = Fault['kind'];
export type FaultOf<K extends FaultKind> = Extract<Fault, { kind: K }>;

/** The faults that happen inside of a streamed answer. */
export type StreamFault = FaultOf<'cutBeforeFirstDelta' | 'cutAfter' | 'errorEventAfter' | 'stallAfter'>;
