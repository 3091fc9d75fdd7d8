import { CHAT_MODELS } from './chatModels';
import { CHAT_PROVIDERS } from './chatProviders';
import { DATASETS, SPACES } from './datasetsAndSpaces';
import { fillerModels } from './fillers';
import { type ModelSpec, makeModel } from './makeModel';
import { parseModelTable } from './modelTable';
import { parseProviderTable } from './providerTable';
import type { Repo } from './repo';
import { TASK_MODELS } from './taskModels';

/** The models of the benchmarks: they write as much as they are told to, as fast as they are told to. */
const benchModels: readonly ModelSpec[] = [
	{
		id: 'loopback/bench-stream',
		task: 'text-generation',
		variant: 'bench',
		providers: [{ provider: 'hf-inference' }],
	},
];

/** A model in the format of local apps, in two sizes; its weights are zeros. */
const ggufModels: readonly ModelSpec[] = [
	{
		id: 'loopback/tiny-llama-GGUF',
		task: 'text-generation',
		library: 'gguf',
		tags: ['gguf'],
		millions: 1,
		downloads: 0,
		likes: 0,
	},
];

const fillerCount = 300;

/** Everything that the loopback Hub holds when it starts. */
export function makeCatalogue(): readonly Repo[] {
	const chatProviders = parseProviderTable(CHAT_PROVIDERS);
	const chat = parseModelTable(CHAT_MODELS).map(spec => ({
		...spec,
		providers: chatProviders.get(spec.id) ?? [],
	}));
	const models = [
		...chat,
		...parseModelTable(TASK_MODELS),
		...benchModels,
		...ggufModels,
		...fillerModels(fillerCount),
	];
	return [...models.map(makeModel), ...DATASETS, ...SPACES];
}
