import type { RepoType } from '../shared/repoType';
import { isRecord } from '../util/isRecord';
import type { Gated, ModelProvider, ModelSummary, RepoSummary } from './repo';

/**
 * Reads one repo as the client package gives it: its `name` is the repo id, its `id` the database's. Nothing where
 * there is no repo id.
 */
export function parseRepo(type: RepoType, entry: unknown): RepoSummary | undefined {
	if (!isRecord(entry) || typeof entry.name !== 'string' || entry.name === '') {
		return undefined;
	}
	const { name, task, updatedAt, inferenceProviderMapping, sdk, runtime } = entry;
	const time = updatedAt instanceof Date ? updatedAt.getTime() : NaN;
	return {
		type,
		id: name,
		...(typeof task === 'string' && { pipelineTag: task }),
		...(type !== 'space' && { downloads: countOf(entry.downloads) }),
		likes: countOf(entry.likes),
		private: entry.private === true,
		gated: gatedOf(entry.gated),
		...(!Number.isNaN(time) && { updatedAt: time }),
		...(Array.isArray(inferenceProviderMapping) && {
			providers: inferenceProviderMapping.map(parseProvider).filter(provider => provider !== undefined),
		}),
		...(typeof sdk === 'string' && { sdk }),
		...(isRecord(runtime) && typeof runtime.stage === 'string' && { stage: runtime.stage }),
	};
}

export function parseModel(entry: unknown): ModelSummary | undefined {
	const repo = parseRepo('model', entry);
	return repo && { ...repo, type: 'model', downloads: repo.downloads ?? 0 };
}

function parseProvider(entry: unknown): ModelProvider | undefined {
	if (!isRecord(entry)) {
		return undefined;
	}
	const { provider, providerId, status, task } = entry;
	return typeof provider === 'string' &&
		typeof providerId === 'string' &&
		typeof status === 'string' &&
		typeof task === 'string'
		? { provider, providerId, status, task }
		: undefined;
}

function gatedOf(value: unknown): Gated {
	return value === 'auto' || value === 'manual' ? value : false;
}

function countOf(value: unknown): number {
	return typeof value === 'number' && value >= 0 ? value : 0;
}
