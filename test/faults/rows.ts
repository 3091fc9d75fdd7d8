import type { Problem, ProblemCode, ProblemOf } from '../../src/shared/problem';
import type { EndpointFault } from './brokenEndpoint';
import type { BodyFaultName, ConnectionFaultName, RefusalIn } from './faultNames';

/** A problem by its code, and as much of the rest as matters. */
export type ProblemFacts = {
	[C in ProblemCode]: { readonly code: C } & Partial<Omit<ProblemOf<C>, 'code'>>;
}[Problem['code']];

export interface Failure {
	readonly problem: ProblemFacts;
	/** How many pieces of text are kept of the answer; left out where that depends on what was still on its way. */
	readonly keeps?: number;
}

/** What an operation comes to: its right result all the same, or a problem. */
export type Expectation = 'success' | Failure;

export type Row<F extends string> = Readonly<Record<F, Expectation>>;

export const fails = (problem: ProblemFacts, keeps?: number): Failure => ({
	problem,
	...(keeps !== undefined && { keeps }),
});
export const serverFails = (status: number) => fails({ code: 'server', status });
export const timesOut = fails({ code: 'network.timeout' });
export const isNotUnderstood = fails({ code: 'protocol' });

export const connections = {
	brokenJson: isNotUnderstood,
	wrongContentType: isNotUnderstood,
	emptyBody: isNotUnderstood,
	oneByteChunks: 'success',
	reset: fails({ code: 'network.offline' }),
	redirect: fails({ code: 'network.redirect' }),
	foreignLinkHeader: 'success',
	slowHeaders: 'success',
	hang: timesOut,
} as const satisfies Row<ConnectionFaultName>;

export const endpoints = {
	refused: fails({ code: 'network.offline' }),
	tls: fails({ code: 'network.tls' }),
} as const satisfies Row<EndpointFault>;

export const bodies = {
	cutBody: fails({ code: 'network.offline' }),
	stallBody: timesOut,
} as const satisfies Row<BodyFaultName>;

const TOKEN = { tokenName: 'vscode' } as const;
const rateLimited = fails({ code: 'rateLimited', resetSeconds: 55 });

export const requests = {
	unauthorized: fails({ code: 'token.invalid', ...TOKEN }),
	expiredToken: fails({ code: 'token.expired', ...TOKEN }),
	malformedCredentials: fails({ code: 'token.invalid', ...TOKEN }),
	providerForbidden: serverFails(403),
	notFound: serverFails(404),
	rateLimited,
	rateLimitedOnce: rateLimited,
	rateLimitedBare: fails({ code: 'rateLimited' }),
	internal: serverFails(500),
	badGateway: serverFails(502),
	gatewayTimeout: serverFails(504),
	overloaded: serverFails(503),
} as const satisfies Row<RefusalIn<'request'> | 'rateLimitedOnce'>;

export const repos = {
	gatedSignIn: fails({ code: 'access.gated.signIn' }),
	gatedRequest: fails({ code: 'access.gated.request' }),
	gatedPending: fails({ code: 'access.gated.pending' }),
	gatedRejected: fails({ code: 'access.gated.rejected' }),
	disabled: fails({ code: 'access.disabled' }),
	tokenUnapproved: fails({ code: 'token.policy', standing: 'unapproved' }),
	tokenRevokedByOrganization: fails({ code: 'token.policy', standing: 'revoked' }),
	repoNotFound: fails({ code: 'repo.notFound', signedIn: true }),
} as const satisfies Row<RefusalIn<'repo'>>;
