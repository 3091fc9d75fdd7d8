import { TASKS } from '../../src/shared/task';
import type { SingleTaskName } from '../unit/inference/taskCases';
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
import { bodies, connections, endpoints, fails, repos, requests, type Row, serverFails } from './rows';

/** What an operation's request can meet beside what every request can. */
interface Kind<A extends 'json' | 'stream' | 'log', R extends RefusalGroup = 'request'> {
	readonly answer: A;
	readonly refusals: R;
}

type TaskRun = Kind<'json', 'repo' | 'inference'>;

/** Everything that is asked of the Hub and the router, one request of each. */
interface Operations extends Readonly<Record<Exclude<SingleTaskName, 'text-generation'>, TaskRun>> {
	readonly 'text-generation': Kind<'stream', 'repo' | 'inference'>;
	/** Whose a token is, asked when it is added or checked. */
	readonly checkToken: Kind<'json'>;
	/** Has a leaked token revoked; sent without `Authorization`. */
	readonly revokeToken: Kind<'json'>;
	/** The code with which a sign-in begins. */
	readonly startSignIn: Kind<'json'>;
	/** A new access token for a sign-in whose old one is over. */
	readonly renewSignIn: Kind<'json'>;
	readonly listModels: Kind<'json'>;
	/** A page of the list after the first, and the one after that. */
	readonly listMoreModels: Kind<'json'>;
	readonly readModel: Kind<'json', 'repo' | 'revision'>;
	readonly listFiles: Kind<'json', 'repo' | 'revision'>;
	readonly readFile: Kind<'json', 'repo' | 'revision'>;
	readonly listRefs: Kind<'json', 'repo' | 'revision'>;
	/** What a repo's page says at its head, and the rest of it. */
	readonly readFacts: Kind<'json', 'repo' | 'revision'>;
	readonly listCommits: Kind<'json', 'repo' | 'revision'>;
	readonly readRows: Kind<'json', 'repo'>;
	readonly readStatistics: Kind<'json', 'repo'>;
	readonly listSecrets: Kind<'json', 'repo'>;
	/** What changes a repo: by the client package, and by routes that it has no call for. */
	readonly createRepo: Kind<'json', 'repo'>;
	readonly changeRepo: Kind<'json', 'repo'>;
	readonly duplicateRepo: Kind<'json', 'repo'>;
	readonly pauseSpace: Kind<'json', 'repo'>;
	readonly moveRepo: Kind<'json', 'repo'>;
	readonly createBranch: Kind<'json', 'repo'>;
	readonly deleteBranch: Kind<'json', 'repo'>;
	readonly createTag: Kind<'json', 'repo'>;
	readonly deleteTag: Kind<'json', 'repo'>;
	/** Who wants access to a gated repo, and the owner's answer. */
	readonly listRequests: Kind<'json', 'repo'>;
	readonly answerRequest: Kind<'json', 'repo'>;
	/** The headers of weights, by ranges. */
	readonly readSafetensors: Kind<'json', 'repo' | 'revision'>;
	readonly readGguf: Kind<'json', 'repo' | 'revision'>;
	/** A Space's log, which says nothing for as long as it likes. */
	readonly followLog: Kind<'log', 'repo'>;
	readonly listDatasets: Kind<'json'>;
	readonly listSpaces: Kind<'json'>;
	readonly listCollections: Kind<'json'>;
	readonly listLikes: Kind<'json'>;
	/** The router's catalogue, for the pick list of chat models; sent without a token. */
	readonly offerChatModels: Kind<'json'>;
	/** The Hub's order of that list. */
	readonly orderChatModels: Kind<'json'>;
	/** The Hub's list of a task's models, for the other pick lists. */
	readonly offerTaskModels: Kind<'json'>;
	/** Who serves a model, before each run that is not a chat. */
	readonly findProvider: Kind<'json', 'repo'>;
	/** Who serves a chat model and for how much, for the list of its providers; sent without a token. */
	readonly listProviders: Kind<'json'>;
	/** Whether nobody serves a model that the catalogue does not know, before its chat is sent. */
	readonly confirmModel: Kind<'json'>;
	/** Which commit a model is at, for a run that is exported. */
	readonly readRevision: Kind<'json'>;
	/** What a chat model costs, beside each chat. */
	readonly lookUpPrice: Kind<'json'>;
	readonly chat: Kind<'stream', 'repo' | 'inference'>;
}

export type OperationName = keyof Operations;

/**
 * The second page comes from where the first did, and a price, or that nobody serves a model, from where the answer does: their
 * endpoint is not another.
 */
type OnTheWay = 'listMoreModels' | 'lookUpPrice' | 'confirmModel';

/** A file may be kept at another port of the same host, so that a redirect to one is none to a stranger. */
type StoredFile = 'readFile' | 'readSafetensors' | 'readGguf';

interface AnswerFaults {
	readonly json: BodyFaultName;
	readonly stream: StreamFaultName;
	readonly log: 'cutAbruptly';
}

/** The faults that an operation can meet. */
export type FaultOf<O extends OperationName> =
	| RefusalIn<'request' | Operations[O]['refusals']>
	| Exclude<ConnectionFaultName, O extends StoredFile ? 'redirect' : never>
	| 'rateLimitedOnce'
	| ('inference' extends Operations[O]['refusals'] ? 'loadingOnce' : never)
	| AnswerFaults[Operations[O]['answer']]
	| (O extends OnTheWay ? never : EndpointFault);

/** No token is sent along, so what the Hub says of tokens says nothing about one of the user's. */
const signIns = {
	unauthorized: serverFails(401),
	expiredToken: serverFails(401),
	malformedCredentials: serverFails(401),
} as const;

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

const streamedRuns = {
	...runs,
	...connections,
	...streams,
	...endpoints,
} as const satisfies Row<FaultOf<'chat'>>;

const pages = { ...requests, ...connections, ...bodies };
const lists = { ...pages, ...endpoints };
const tasks = {
	...runs,
	...connections,
	...endpoints,
	cutBody: fails({ code: 'stream.cut' }),
	stallBody: fails({ code: 'stream.stalled' }),
} as const satisfies Row<FaultOf<'summarization'>>;

/** What is asked about one repo. The Hub says 401 of what one may not see; the token is checked then, and here it is good. */
const repoLists = {
	...lists,
	...repos,
	unauthorized: fails({ code: 'repo.notFound', signedIn: true }),
	malformedCredentials: fails({ code: 'repo.notFound', signedIn: true }),
	entryNotFound: serverFails(404),
	revisionNotFound: fails({ code: 'revision.notFound' }),
} as const satisfies Row<FaultOf<'readModel'>>;

/** Where the status has said all that there is to know, what else an answer holds makes no difference. */
const changes = {
	...repoLists,
	brokenJson: 'success',
	wrongContentType: 'success',
	emptyBody: 'success',
	cutBody: 'success',
	stallBody: 'success',
} as const satisfies Row<FaultOf<'changeRepo'>>;

/** What only owners ask about: that a token is refused says nothing about a repo that is theirs. */
const ownRepos = {
	unauthorized: requests.unauthorized,
	malformedCredentials: requests.malformedCredentials,
} as const;

const withoutRedirect = Object.fromEntries(
	Object.entries(repoLists).filter(([fault]) => fault !== 'redirect'),
) as Omit<typeof repoLists, 'redirect'>;

/** For what is asked beside the main thing: whatever happens to it, nobody notices. */
function harmless<F extends string>(row: Row<F>): Row<F> {
	return Object.fromEntries(Object.keys(row).map(fault => [fault, 'success'])) as Row<F>;
}

/** A task that answers with bytes, or by way of a queue, comes to the same as one that answers with JSON. */
const everyTask = Object.fromEntries(
	TASKS.filter(task => task !== 'conversational' && task !== 'text-generation').map(task => [task, tasks]),
) as Readonly<Record<Exclude<SingleTaskName, 'text-generation'>, typeof tasks>>;

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
	revokeToken: {
		...lists,
		unauthorized: fails({ code: 'token.missing' }),
		expiredToken: fails({ code: 'token.missing' }),
		malformedCredentials: fails({ code: 'token.missing' }),
		// The status has said all that there is to know.
		cutBody: 'success',
		stallBody: 'success',
	},
	startSignIn: { ...lists, ...signIns },
	renewSignIn: { ...lists, ...signIns },
	listModels: lists,
	listMoreModels: {
		...pages,
		foreignLinkHeader: fails({ code: 'token.origin' }),
	},
	readModel: repoLists,
	listFiles: { ...repoLists, entryNotFound: fails({ code: 'file.notFound' }) },
	readFile: { ...withoutRedirect, entryNotFound: fails({ code: 'file.notFound' }) },
	listRefs: repoLists,
	readFacts: repoLists,
	listCommits: repoLists,
	readRows: repoLists,
	readStatistics: repoLists,
	listSecrets: repoLists,
	createRepo: repoLists,
	changeRepo: changes,
	duplicateRepo: changes,
	pauseSpace: changes,
	moveRepo: changes,
	createBranch: changes,
	deleteBranch: changes,
	createTag: changes,
	deleteTag: changes,
	listRequests: { ...repoLists, ...ownRepos },
	answerRequest: { ...changes, ...ownRepos },
	readSafetensors: { ...withoutRedirect, entryNotFound: fails({ code: 'file.notFound' }) },
	readGguf: { ...withoutRedirect, entryNotFound: fails({ code: 'file.notFound' }) },
	followLog: {
		...requests,
		...repos,
		...connections,
		...endpoints,
		unauthorized: fails({ code: 'repo.notFound', signedIn: true }),
		malformedCredentials: fails({ code: 'repo.notFound', signedIn: true }),
		cutAbruptly: fails({ code: 'network.offline' }),
	},
	listDatasets: lists,
	listSpaces: lists,
	listCollections: lists,
	listLikes: lists,
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
	listProviders: {
		...lists,
		unauthorized: fails({ code: 'token.missing' }),
		expiredToken: fails({ code: 'token.missing' }),
		malformedCredentials: fails({ code: 'token.missing' }),
		// The router's answer for a model that nobody serves.
		notFound: 'success',
	},
	confirmModel: harmless(pages),
	readRevision: lists,
	lookUpPrice: harmless(pages),
	chat: streamedRuns,
	'text-generation': streamedRuns,
	...everyTask,
};
