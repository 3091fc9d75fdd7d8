import type { RunRequest } from '../../src/inference/runRequest';
import type { KeptOutput } from '../../src/shared/output';
import type { Problem } from '../../src/shared/problem';
import { omit } from '../../src/util/omit';
import { credentialOf } from '../hub/credentialOf';
import type { FaultMatch } from '../hub/faults';
import { type SingleTaskName, TASK_CASES } from '../unit/inference/taskCases';
import { CLIENT_ID } from '../hub/oauth/oauthServer';
import { overSession } from '../hub/oauth/overSession';
import { newToken } from '../unit/tokens/newToken';
import type { OperationName } from './matrix';
import { hubOperations } from './hubOperations';
import type { Workplace } from './workplace';

/** A run that has ended without its answer, as the history has it. */
export class FailedRun extends Error {
	constructor(
		readonly id: string,
		readonly problem: Problem,
		/** What is kept of the answer, and how many pieces it came in. */
		readonly kept: KeptOutput | undefined,
		readonly deltas: number,
	) {
		super(problem.code);
	}
}

/** One operation: which request of it is made to fail, and how a user comes to it. */
export interface Operation {
	readonly request: FaultMatch;
	/** Answers with what there is to see; throws `ProblemError` or `FailedRun`. */
	perform(place: Workplace, signal: AbortSignal): Promise<unknown>;
}

const TEXT = [
	'The Oosterhaven ferry has run between Texel and Den Helder since 1907.',
	'In its first years the crossing took two hours and was cancelled whenever the wind came from the north-west.',
	'The port authority measures the depth every week and publishes the soundings. It is a wonderful service.',
].join(' ');

const router = (path: RegExp): FaultMatch => ({ host: 'router', method: 'POST', path });

export const CHAT: RunRequest = {
	task: 'conversational',
	model: 'openai/gpt-oss-20b',
	provider: 'together',
	text: TEXT,
	instruction: { title: 'Explain', prompt: 'Explain this passage.' },
};

const REPO = { type: 'model', id: 'Qwen/Qwen3-32B', revision: 'main' } as const;

const DATASET = { type: 'dataset', id: 'stanfordnlp/imdb' } as const;
const SPACE = { type: 'space', id: 'acme/triage-board' } as const;

const SUMMARIZE: RunRequest = { task: 'summarization', model: 'facebook/bart-large-cnn', text: TEXT };

export const operations: Readonly<Record<OperationName, Operation>> = {
	checkToken: {
		request: { host: 'hub', path: /^\/api\/whoami-v2$/ },
		perform: async ({ hub, loopback, endpoints }, signal) => {
			const credential = { ...credentialOf(loopback, 'write'), origins: [endpoints.hub] };
			// When it was told is another time each time.
			return omit(await hub.whoAmI(credential, signal, 'fresh'), 'toldAt');
		},
	},
	revokeToken: {
		request: { host: 'hub', method: 'POST', path: /^\/api\/credentials\/revoke$/ },
		perform: ({ hub, loopback, endpoints }, signal) =>
			hub.revoke({ ...credentialOf(loopback, 'noCredits'), origins: [endpoints.hub] }, signal),
	},
	startSignIn: {
		request: { host: 'hub', path: /^\/oauth\/device$/ },
		perform: async ({ oauth, endpoints }, signal) => {
			const app = { clientId: CLIENT_ID, hub: endpoints.hub };
			const { interval, expiresIn } = await oauth.startDevice(app, ['openid'], signal);
			return { interval, expiresIn };
		},
	},
	renewSignIn: {
		request: { host: 'hub', path: /^\/oauth\/token$/ },
		perform: async ({ tokens, loopback, endpoints }, signal) => {
			const session = { ...overSession(loopback), hub: endpoints.hub };
			const { id } = await tokens.add(newToken({ name: 'sign-in', role: 'oauth' }), session);
			try {
				const renewed = await tokens.credentialAt({ kind: 'vault', id }, signal);
				return renewed?.value !== session.accessToken && renewed?.value.startsWith('hf_oauth_');
			} finally {
				await tokens.remove(id);
			}
		},
	},
	listModels: {
		request: { host: 'hub', path: /^\/api\/models\?(?!.*cursor=)/ },
		perform: async ({ hub }, signal) =>
			(await hub.repos({ type: 'model', sort: 'trendingScore' }, signal)).repos,
	},
	listMoreModels: {
		request: { host: 'hub', path: /^\/api\/models\?.*cursor=/ },
		perform: async ({ hub }, signal) => {
			const first = await hub.repos({ type: 'model' }, signal);
			const second = await first.next?.(signal);
			const third = await second?.next?.(signal);
			return [second?.repos, third?.repos];
		},
	},
	readModel: {
		request: { host: 'hub', path: /\/revision\/HEAD/ },
		perform: ({ hub }, signal) => hub.model('Qwen/Qwen3-32B', signal),
	},
	listFiles: {
		request: { host: 'hub', path: /\/tree\// },
		perform: async ({ hub }, signal) => (await hub.files(REPO, { path: '' }, signal)).entries,
	},
	readFile: {
		// What the Hub sends on to: a redirect has no body to be cut.
		request: { host: 'hub', path: /\/resolve-cache\// },
		perform: async ({ hub }, signal) =>
			new TextDecoder().decode(await hub.read(REPO, 'config.json', { most: 10_000 }, signal)),
	},
	listRefs: {
		request: { host: 'hub', path: /\/refs\?/ },
		perform: ({ hub }, signal) => hub.refs(REPO, signal),
	},
	readFacts: {
		request: { host: 'hub', path: /^\/api\/models\/Qwen\/Qwen3-32B\?expand/ },
		perform: ({ hub }, signal) => hub.facts(REPO, signal),
	},
	listCommits: {
		request: { host: 'hub', path: /\/commits\// },
		perform: async ({ hub }, signal) => (await hub.commits(REPO, signal)).commits,
	},
	readRows: {
		request: { host: 'hub', path: /\/first-rows\?/ },
		perform: ({ hub }, signal) => hub.firstRows(DATASET.id, { config: 'default', split: 'train' }, signal),
	},
	readStatistics: {
		request: { host: 'hub', path: /\/statistics\?/ },
		perform: ({ hub }, signal) => hub.statistics(DATASET.id, { config: 'default', split: 'train' }, signal),
	},
	listSecrets: {
		request: { host: 'hub', path: /\/secrets$/ },
		perform: ({ hub }, signal) => hub.spaceSecrets(SPACE.id, signal),
	},
	...hubOperations,
	listDatasets: {
		request: { host: 'hub', path: /^\/api\/datasets\?/ },
		perform: async ({ hub }, signal) => (await hub.repos({ type: 'dataset' }, signal)).repos,
	},
	listSpaces: {
		request: { host: 'hub', path: /^\/api\/spaces\?/ },
		perform: async ({ hub }, signal) => (await hub.repos({ type: 'space' }, signal)).repos,
	},
	listCollections: {
		request: { host: 'hub', path: /^\/api\/collections\?/ },
		perform: async ({ hub }, signal) => (await hub.collections({}, signal)).collections,
	},
	listLikes: {
		request: { host: 'hub', path: /^\/api\/users\/ada\/likes/ },
		perform: async ({ hub }, signal) => (await hub.liked('ada', signal)).repos,
	},
	offerChatModels: {
		request: { host: 'router', path: /^\/v1\/models$/ },
		perform: ({ inference }, signal) => inference.offers('conversational', '', signal),
	},
	orderChatModels: {
		request: { host: 'hub', path: /^\/api\/models\?filter=conversational/ },
		// Whether they are all there is what counts; their order is what the faulty request is for.
		perform: async ({ inference }, signal) => {
			const offers = await inference.offers('conversational', '', signal);
			return offers.map(({ model, provider }) => `${model} ${provider}`).sort();
		},
	},
	offerTaskModels: {
		request: { host: 'hub', path: /^\/api\/models\?pipeline_tag=summarization/ },
		perform: ({ inference }, signal) => inference.offers('summarization', '', signal),
	},
	findProvider: {
		request: { host: 'hub', path: /inferenceProviderMapping$/ },
		perform: (place, signal) => run(place, SUMMARIZE, signal),
	},
	listProviders: {
		request: { host: 'router', path: /^\/v1\/models\/openai\/gpt-oss-20b$/ },
		perform: async ({ inference }, signal) => {
			const offers = await inference.providers(CHAT.model, signal);
			return offers.every(({ model }) => model === CHAT.model);
		},
	},
	confirmModel: {
		request: { host: 'router', path: /^\/v1\/models\/openai\/gpt-oss-7b$/ },
		perform: async (place, signal) => {
			await place.inference.offers('conversational', '', signal);
			const asked = run(place, { ...CHAT, model: 'openai/gpt-oss-7b', provider: 'auto' }, signal);
			const error = await asked.catch((thrown: unknown) => thrown);
			// By us before it is sent, or by the router after: nobody serves it.
			if (error instanceof FailedRun && error.problem.code === 'model.noProvider') {
				return error.problem.similar;
			}
			throw error;
		},
	},
	readRevision: {
		request: { host: 'hub', path: /expand\[\]=sha$/ },
		perform: ({ inference }, signal) => inference.revision('Qwen/Qwen3-32B', signal),
	},
	lookUpPrice: {
		request: { host: 'router', path: /^\/v1\/models\/openai/ },
		perform: (place, signal) => run(place, CHAT, signal),
	},
	chat: {
		request: router(/^\/v1\/chat\/completions$/),
		perform: (place, signal) => run(place, CHAT, signal),
	},
	...everyTask(),
};

/** Every task that is asked once, with a small real input. */
function everyTask(): Readonly<Record<SingleTaskName, Operation>> {
	const entries = Object.entries(TASK_CASES).map(([task, [ask]]): [string, Operation] => [
		task,
		{
			// The queue's own questions, which are asked with GET, are in the unit tests.
			request: router(/^\/(hf-inference|fal-ai)\//),
			perform: (place, signal) => run(place, { task: task as SingleTaskName, ...ask(place.media) }, signal),
		},
	]);
	return Object.fromEntries(entries) as Record<SingleTaskName, Operation>;
}

/** Runs to the end and answers with the output. Aborting does what the Stop button does. */
export async function run(
	{ runs }: Workplace,
	request: RunRequest,
	signal: AbortSignal,
): Promise<KeptOutput> {
	let deltas = 0;
	const counting = runs.onDidChange(({ type }) => {
		deltas += type === 'delta' ? 1 : 0;
	});
	const ending = runs.start(request);
	const id = runs.selected?.id ?? '';
	const stop = () => runs.stop(id);
	signal.addEventListener('abort', stop, { once: true });
	if (signal.aborted) {
		stop();
	}
	await ending;
	signal.removeEventListener('abort', stop);
	counting.dispose();
	const ended = runs.get(id);
	if (ended?.state.type === 'finished' && ended.output) {
		return ended.output;
	}
	const { state } = ended ?? {};
	const problem: Problem =
		state?.type === 'failed'
			? state.problem
			: state?.type === 'stopped'
				? { code: 'cancelled' }
				: { code: 'unexpected', detail: `The run is ${state?.type ?? 'gone'}.` };
	throw new FailedRun(id, problem, ended?.output, deltas);
}
