import type { RepoRef } from '../shared/repoType';
import { isRecord } from '../util/isRecord';
import type { RepoFacts, SpaceRuntime } from './facts';
import type { ModelProvider } from './repo';

/** The keys that are asked for, by type; the Hub refuses those of another. */
export const FACT_KEYS: Readonly<Record<RepoRef['type'], readonly string[]>> = {
	model: [
		...['sha', 'private', 'gated', 'downloads', 'likes', 'createdAt', 'lastModified', 'tags', 'usedStorage'],
		...['pipeline_tag', 'library_name', 'safetensors', 'gguf', 'inferenceProviderMapping'],
	],
	dataset: [
		...['sha', 'private', 'gated', 'downloads', 'likes', 'createdAt', 'lastModified', 'tags', 'usedStorage'],
	],
	space: [
		...['sha', 'private', 'likes', 'createdAt', 'lastModified', 'tags', 'usedStorage'],
		...['sdk', 'runtime', 'subdomain'],
	],
};

/** Reads `GET /api/{type}s/{id}?expand[]=…`. */
export function parseFacts(repo: RepoRef, answer: unknown): RepoFacts | undefined {
	if (!isRecord(answer) || typeof answer.id !== 'string') {
		return undefined;
	}
	const { sha, gated, usedStorage, pipeline_tag: task, library_name: library } = answer;
	const [createdAt, updatedAt] = [timeOf(answer.createdAt), timeOf(answer.lastModified)];
	const safetensors = isRecord(answer.safetensors) ? answer.safetensors : {};
	const providers = providersOf(answer.inferenceProviderMapping);
	return {
		type: repo.type,
		id: answer.id,
		...(typeof sha === 'string' && { commit: sha }),
		private: answer.private === true,
		gated: gated === 'auto' || gated === 'manual' ? gated : false,
		...(typeof answer.downloads === 'number' && { downloads: answer.downloads }),
		likes: typeof answer.likes === 'number' ? answer.likes : 0,
		...(createdAt !== undefined && { createdAt }),
		...(updatedAt !== undefined && { updatedAt }),
		...(typeof task === 'string' && { pipelineTag: task }),
		...(typeof library === 'string' && { library }),
		tags: listOf(answer.tags).filter(tag => typeof tag === 'string'),
		...(typeof usedStorage === 'number' && { storage: usedStorage }),
		...(isRecord(safetensors.parameters) && { parameters: countsOf(safetensors.parameters) }),
		...(isRecord(answer.gguf) && { gguf: ggufOf(answer.gguf) }),
		...(providers && { providers }),
		...(repo.type === 'space' && { space: runtimeOf(answer) }),
	};
}

function ggufOf({ architecture, context_length: contextLength, total }: Readonly<Record<string, unknown>>) {
	return {
		...(typeof architecture === 'string' && { architecture }),
		...(typeof contextLength === 'number' && { contextLength }),
		...(typeof total === 'number' && { total }),
	};
}

/** An object keyed by provider in the answer about one repo. */
function providersOf(mapping: unknown): readonly ModelProvider[] | undefined {
	return isRecord(mapping)
		? Object.entries(mapping).flatMap(([provider, entry]) => {
				const { providerId, status, task } = isRecord(entry) ? entry : {};
				return typeof providerId === 'string' && typeof status === 'string' && typeof task === 'string'
					? [{ provider, providerId, status, task }]
					: [];
			})
		: undefined;
}

function runtimeOf(answer: Readonly<Record<string, unknown>>): SpaceRuntime {
	const runtime = isRecord(answer.runtime) ? answer.runtime : {};
	const { current, requested } = isRecord(runtime.hardware) ? runtime.hardware : {};
	const { stage, gcTimeout, errorMessage } = runtime;
	const { sdk, subdomain } = answer;
	return {
		stage: typeof stage === 'string' ? stage : 'UNKNOWN',
		...(typeof sdk === 'string' && { sdk }),
		...(typeof current === 'string' && { hardware: current }),
		...(typeof requested === 'string' && { requestedHardware: requested }),
		...(typeof gcTimeout === 'number' && { sleepTime: gcTimeout }),
		...(typeof errorMessage === 'string' && { errorMessage }),
		...(typeof subdomain === 'string' &&
			/^[a-z0-9-]+$/.test(subdomain) && { host: `https://${subdomain}.hf.space` }),
	};
}

function countsOf(value: Readonly<Record<string, unknown>>): Readonly<Record<string, number>> {
	return Object.fromEntries(Object.entries(value).filter(([, count]) => typeof count === 'number')) as Record<
		string,
		number
	>;
}

function timeOf(value: unknown): number | undefined {
	const time = typeof value === 'string' ? Date.parse(value) : NaN;
	return Number.isNaN(time) ? undefined : time;
}

function listOf(value: unknown): readonly unknown[] {
	return Array.isArray(value) ? value : [];
}
