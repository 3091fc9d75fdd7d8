import type { RunRequest } from '../../src/inference/runRequest';
import type { Output } from '../../src/shared/output';
import type { Problem } from '../../src/shared/problem';
import type { FaultMatch } from '../hub/faults';
import type { OperationName } from './matrix';
import type { Workplace } from './workplace';

/** A run that has ended without its answer, as the history has it. */
export class FailedRun extends Error {
	constructor(
		readonly id: string,
		readonly problem: Problem,
		/** What is kept of the answer, and how many pieces it came in. */
		readonly kept: Output | undefined,
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

const SUMMARIZE: RunRequest = { task: 'summarization', model: 'facebook/bart-large-cnn', text: TEXT };

export const operations: Readonly<Record<OperationName, Operation>> = {
	checkToken: {
		request: { host: 'hub', path: /^\/api\/whoami-v2$/ },
		perform: ({ hub, loopback }, signal) => hub.whoAmI(loopback.tokens.write, signal),
	},
	listModels: {
		request: { host: 'hub', path: /^\/api\/models\?(?!.*cursor=)/ },
		perform: async ({ hub }, signal) => (await hub.models({ sort: 'trendingScore' }, signal)).models,
	},
	listMoreModels: {
		request: { host: 'hub', path: /^\/api\/models\?.*cursor=/ },
		perform: async ({ hub }, signal) => {
			const first = await hub.models({}, signal);
			const second = await first.next?.(signal);
			const third = await second?.next?.(signal);
			return [second?.models, third?.models];
		},
	},
	readModel: {
		request: { host: 'hub', path: /\/revision\/HEAD/ },
		perform: ({ hub }, signal) => hub.model('Qwen/Qwen3-32B', signal),
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
	lookUpPrice: {
		request: { host: 'router', path: /^\/v1\/models\/openai/ },
		perform: (place, signal) => run(place, CHAT, signal),
	},
	chat: {
		request: router(/^\/v1\/chat\/completions$/),
		perform: (place, signal) => run(place, CHAT, signal),
	},
	summarize: {
		request: router(/^\/hf-inference\//),
		perform: (place, signal) => run(place, SUMMARIZE, signal),
	},
	translate: {
		request: router(/^\/hf-inference\//),
		perform: (place, signal) =>
			run(place, { task: 'translation', model: 'Helsinki-NLP/opus-mt-en-fr', text: 'the ferry' }, signal),
	},
	classify: {
		request: router(/^\/hf-inference\//),
		perform: (place, signal) =>
			run(
				place,
				{
					task: 'text-classification',
					model: 'distilbert/distilbert-base-uncased-finetuned-sst-2-english',
					text: TEXT,
				},
				signal,
			),
	},
	findEntities: {
		request: router(/^\/hf-inference\//),
		perform: (place, signal) =>
			run(place, { task: 'token-classification', model: 'dslim/bert-base-NER', text: TEXT }, signal),
	},
};

/** Runs to the end and answers with the output. Aborting does what the Stop button does. */
export async function run({ runs }: Workplace, request: RunRequest, signal: AbortSignal): Promise<Output> {
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
