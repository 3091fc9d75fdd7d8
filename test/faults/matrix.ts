import type { Problem, ProblemCode, ProblemOf } from '../../src/shared/problem';
import type { EndpointFault } from './brokenEndpoint';
import {
	type BodyFaultName,
	type ConnectionFaultName,
	DELTAS_BEFORE,
	type PassingFaultName,
	type RefusalGroup,
	type RefusalIn,
	type StreamFaultName,
} from './faultNames';

/** What an operation's request can meet beside what every request can. */
interface Kind<A extends 'json' | 'stream', R extends RefusalGroup = 'request'> {
	readonly answer: A;
	readonly refusals: R;
}

type TaskRun = Kind<'json', 'repo' | 'inference'>;

/** Everything that is asked of the Hub and the router, one request of each. */
interface Operations {
	/** Whose a token is, asked when it is added or checked. */
	readonly checkToken: Kind<'json'>;
	readonly listModels: Kind<'json'>;
	/** A page of the list after the first, and the one after that. */
	readonly listMoreModels: Kind<'json'>;
	readonly readModel: Kind<'json', 'repo' | 'revision'>;
	/** The router's catalogue, for the pick list of chat models; sent without a token. */
	readonly offerChatModels: Kind<'json'>;
	/** The Hub's order of that list. */
	readonly orderChatModels: Kind<'json'>;
	/** The Hub's list of a task's models, for the other pick lists. */
	readonly offerTaskModels: Kind<'json'>;
	/** Who serves a model, before each run that is not a chat. */
	readonly findProvider: Kind<'json', 'repo'>;
	/** What a chat model costs, beside each chat. */
	readonly lookUpPrice: Kind<'json'>;
	readonly chat: Kind<'stream', 'repo' | 'inference'>;
	readonly summarize: TaskRun;
	readonly translate: TaskRun;
	readonly classify: TaskRun;
	readonly findEntities: TaskRun;
}

export type OperationName = keyof Operations;

/** The second page comes from where the first did, and a price from where the answer does: their endpoint is not another. */
type OnTheWay = 'listMoreModels' | 'lookUpPrice';

/** The faults that an operation can meet. */
export type FaultOf<O extends OperationName> =
	| RefusalIn<'request' | Operations[O]['refusals']>
	| ConnectionFaultName
	| 'rateLimitedOnce'
	| ('inference' extends Operations[O]['refusals'] ? 'loadingOnce' : never)
	| (Operations[O]['answer'] extends 'stream' ? StreamFaultName : BodyFaultName)
	| (O extends OnTheWay ? never : EndpointFault);

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

type Row<F extends string> = Readonly<Record<F, Expectation>>;

const fails = (problem: ProblemFacts, keeps?: number): Failure => ({
	problem,
	...(keeps !== undefined && { keeps }),
});
const serverFails = (status: number) => fails({ code: 'server', status });
const timesOut = fails({ code: 'network.timeout' });
const isNotUnderstood = fails({ code: 'protocol' });

const connections = {
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

const endpoints = {
	refused: fails({ code: 'network.offline' }),
	tls: fails({ code: 'network.tls' }),
} as const satisfies Row<EndpointFault>;

const bodies = {
	cutBody: fails({ code: 'network.offline' }),
	stallBody: timesOut,
} as const satisfies Row<BodyFaultName>;

const TOKEN = { tokenName: 'vscode' } as const;
const rateLimited = fails({ code: 'rateLimited', resetSeconds: 55 });

const requests = {
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

const repos = {
	gatedSignIn: fails({ code: 'access.gated.signIn' }),
	gatedRequest: fails({ code: 'access.gated.request' }),
	gatedPending: fails({ code: 'access.gated.pending' }),
	gatedRejected: fails({ code: 'access.gated.rejected' }),
	disabled: fails({ code: 'access.disabled' }),
	repoNotFound: fails({ code: 'repo.notFound', signedIn: true }),
} as const satisfies Row<RefusalIn<'repo'>>;

const runs = {
	...requests,
	...repos,
	notFound: fails({ code: 'model.noProvider' }),
	/** A short rate limit is waited for, once. */
	rateLimitedOnce: 'success',
	noInferencePermission: fails({ code: 'token.permission', permission: 'inference' }),
	outOfCredits: fails({ code: 'credits' }),
	modelNotSupported: fails({ code: 'model.noProvider' }),
	modelNotFound: fails({ code: 'model.noProvider' }),
	deprecated: fails({ code: 'model.deprecated' }),
	tooLarge: fails({ code: 'input.tooLong' }),
	inputTooLong: fails({ code: 'input.tooLong' }),
	templateError: fails({ code: 'input.invalid' }),
	missingField: fails({ code: 'input.invalid' }),
	fastApiDetail: fails({ code: 'input.invalid', detail: 'Field required' }),
	plainDetail: fails({ code: 'input.invalid', detail: 'Prompt must not be empty' }),
	problemJson: fails({ code: 'input.invalid', detail: 'The input was not valid' }),
	rateLimitedProvider: fails({ code: 'rateLimited' }),
	loading: fails({ code: 'loading', estimatedSeconds: 20 }),
	loadingOnce: 'success',
} as const satisfies Row<RefusalIn<'request' | 'repo' | 'inference'> | PassingFaultName>;

const streams = {
	cutBeforeFirstDelta: fails({ code: 'stream.cut' }, 0),
	cutAfter: fails({ code: 'stream.cut' }, DELTAS_BEFORE),
	cutAbruptly: fails({ code: 'stream.cut' }),
	errorEventAfter: fails({ code: 'server', status: 500 }, DELTAS_BEFORE),
	plainErrorEventAfter: fails({ code: 'input.invalid' }, DELTAS_BEFORE),
	stallAfter: fails({ code: 'stream.stalled' }, DELTAS_BEFORE),
} as const satisfies Row<StreamFaultName>;

const pages = { ...requests, ...connections, ...bodies };
const lists = { ...pages, ...endpoints };
const tasks = {
	...runs,
	...connections,
	...endpoints,
	cutBody: fails({ code: 'stream.cut' }),
	stallBody: fails({ code: 'stream.stalled' }),
} as const satisfies Row<FaultOf<'summarize'>>;

/** For what is asked beside the main thing: whatever happens to it, nobody notices. */
function harmless<F extends string>(row: Row<F>): Row<F> {
	return Object.fromEntries(Object.keys(row).map(fault => [fault, 'success'])) as Row<F>;
}

/**
 * Operation × fault: what each comes to. A fault that an operation can meet and that has no expectation does not compile.
 * The code alone is compared where only it is given.
 */
export const MATRIX: { readonly [O in OperationName]: Row<FaultOf<O>> } = {
	checkToken: {
		...lists,
		// The token has no name of its own yet; the Hub's sentence about an expired one has.
		unauthorized: fails({ code: 'token.invalid' }),
		malformedCredentials: fails({ code: 'token.invalid' }),
		expiredToken: fails({ code: 'token.expired', tokenName: 'last-year' }),
	},
	listModels: lists,
	listMoreModels: {
		...pages,
		foreignLinkHeader: fails({ code: 'token.origin' }),
	},
	readModel: {
		...lists,
		...repos,
		// The Hub says 401 of what one may not see. The token is checked then, and here it is good.
		unauthorized: fails({ code: 'repo.notFound', signedIn: true }),
		malformedCredentials: fails({ code: 'repo.notFound', signedIn: true }),
		entryNotFound: serverFails(404),
		revisionNotFound: serverFails(404),
	},
	offerChatModels: {
		...lists,
		unauthorized: fails({ code: 'token.missing' }),
		expiredToken: fails({ code: 'token.missing' }),
		malformedCredentials: fails({ code: 'token.missing' }),
	},
	orderChatModels: harmless(lists),
	offerTaskModels: lists,
	findProvider: {
		...lists,
		...repos,
		notFound: fails({ code: 'repo.notFound', signedIn: true }),
	},
	lookUpPrice: harmless(pages),
	chat: {
		...runs,
		...connections,
		...streams,
		...endpoints,
	},
	summarize: tasks,
	translate: tasks,
	classify: tasks,
	findEntities: tasks,
};
