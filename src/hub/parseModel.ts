import { isRecord } from '../util/isRecord';
import type { Gated, ModelProvider, ModelSummary } from './model';

/**
 * Reads one model as the client package gives it: its `name` is the repo id, its `id` the database's. Nothing where
 * there is no repo id.
 */
export function parseModel(entry: unknown): ModelSummary | undefined {
	if (!isRecord(entry) || typeof entry.name !== 'string' || entry.name === '') {
		return undefined;
	}
	const { name, task, updatedAt, inferenceProviderMapping } = entry;
	const time = updatedAt instanceof Date ? updatedAt.getTime() : NaN;
	return {
		id: name,
		...(typeof task === 'string' && { pipelineTag: task }),
		downloads: countOf(entry.downloads),
		likes: countOf(entry.likes),
		private: entry.private === true,
		gated: gatedOf(entry.gated),
		...(!Number.isNaN(time) && { updatedAt: time }),
		...(Array.isArray(inferenceProviderMapping) && {
			providers: inferenceProviderMapping.map(parseProvider).filter(provider => provider !== undefined),
		}),
	};
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
