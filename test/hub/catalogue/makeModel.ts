import { hash32 } from '../digests';
import { history, modelFiles } from './repoFiles';
import type { Gate, ModelRepo, ProviderEntry } from './repo';

/** A provider's entry as the catalogue writes it down: what is left out is unknown, or the usual. */
export interface ProviderSpec extends Partial<Omit<ProviderEntry, 'pricing'>> {
	readonly provider: string;
	/** USD per million tokens: input, output. */
	readonly price?: readonly [input: number, output: number];
}

/** A model as the catalogue writes it down. */
export interface ModelSpec {
	readonly id: string;
	readonly task: string;
	readonly providers?: readonly ProviderSpec[];
	readonly library?: string;
	readonly license?: string;
	readonly languages?: readonly string[];
	readonly tags?: readonly string[];
	readonly modelType?: string;
	readonly architecture?: string;
	/** Millions of parameters. */
	readonly millions?: number;
	/** Thousands of downloads in the last month. */
	readonly downloads?: number;
	readonly likes?: number;
	readonly private?: boolean;
	readonly gated?: Gate;
	readonly disabled?: boolean;
	readonly images?: boolean;
	/** Days since 2022-01-01. */
	readonly day?: number;
	readonly variant?: string;
}

const firstDay = Date.UTC(2022, 0, 1);
const dayMs = 86_400_000;

/** The task name that providers use for a model that chats. */
function providerTask(spec: ModelSpec): string {
	return ['text-generation', 'image-text-to-text'].includes(spec.task) ? 'conversational' : spec.task;
}

/** Whether a model is made for chat; a plain language model says of its providers that they only complete text. */
function chats(spec: ModelSpec): boolean {
	return (
		providerTask(spec) === 'conversational' &&
		!(spec.providers ?? []).some(({ task }) => task === 'text-generation')
	);
}

function makeProvider(spec: ModelSpec, provider: ProviderSpec): ProviderEntry {
	const { price, ...facts } = provider;
	return {
		providerId: spec.id,
		status: 'live',
		task: providerTask(spec),
		isModelAuthor: false,
		deprecated: false,
		...facts,
		...(price ? { pricing: { input: price[0], output: price[1] } } : {}),
	};
}

function makeTags(spec: ModelSpec, library: string, license: string): string[] {
	return [
		...new Set([
			library,
			'safetensors',
			...(spec.modelType === undefined ? [] : [spec.modelType]),
			spec.task,
			...(spec.tags ?? []),
			...(spec.languages ?? ['en']),
			...(chats(spec) ? ['conversational'] : []),
			...(spec.providers?.length ? ['endpoints_compatible'] : []),
			`license:${license}`,
			'region:us',
		]),
	];
}

/** Fills in what the specification leaves out, always the same way for one id. */
export function makeModel(spec: ModelSpec): ModelRepo {
	const library = spec.library ?? 'transformers';
	const license = spec.license ?? 'apache-2.0';
	const seed = hash32(spec.id);
	const created = firstDay + (spec.day ?? seed % 1200) * dayMs + (seed % 86_400) * 1000;
	const tags = makeTags(spec, library, license);
	const modelType = spec.modelType ?? 'bert';
	const architecture = spec.architecture ?? 'AutoModel';
	const likes = spec.likes ?? seed % 90;
	const files = () =>
		modelFiles({
			id: spec.id,
			pipelineTag: spec.task,
			library,
			license,
			languages: spec.languages ?? ['en'],
			tags: spec.tags ?? [],
			architecture,
			modelType,
		});
	return {
		kind: 'model',
		id: spec.id,
		private: spec.private ?? false,
		gated: spec.gated ?? false,
		disabled: spec.disabled ?? false,
		tags,
		downloads: Math.round((spec.downloads ?? (seed % 50) / 10) * 1000) + (seed % 997),
		likes,
		trendingScore: Math.round(likes / 20) + (seed % 7),
		createdAt: new Date(created).toISOString(),
		lastModified: new Date(created + (seed % 90) * dayMs).toISOString(),
		license,
		revisions: history(spec.id, files),
		pipelineTag: spec.task,
		library,
		architecture,
		modelType,
		parameters: Math.round((spec.millions ?? 110) * 1e6),
		inputModalities: spec.images || spec.task === 'image-text-to-text' ? ['text', 'image'] : ['text'],
		providers: (spec.providers ?? []).map(provider => makeProvider(spec, provider)),
		...(spec.variant === undefined ? {} : { variant: spec.variant }),
	};
}
