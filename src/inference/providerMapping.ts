import { isRecord } from '../util/isRecord';

/** A provider's offer of a model, from the Hub's `inferenceProviderMapping`. */
export interface ProviderEntry {
	readonly provider: string;
	/** The model's id at the provider. */
	readonly providerId: string;
	/** A pipeline tag, or `conversational`. */
	readonly task: string;
	/** A LoRA adapter and the path of its weights, for some image models. */
	readonly adapter?: string;
	readonly adapterWeightsPath?: string;
}

/**
 * The live offers in a model's `inferenceProviderMapping`, in the Hub's order. The value is an object keyed by provider in a
 * single model's answer and an array in lists; a model that nobody serves has an empty one or none. Entries that are not
 * understood are skipped: a new kind of offer must not hide the others.
 */
export function providerMapping(value: unknown): readonly ProviderEntry[] {
	const entries: ReadonlyArray<readonly [unknown, unknown]> = Array.isArray(value)
		? value.map((entry: unknown) => [isRecord(entry) ? entry.provider : undefined, entry])
		: isRecord(value)
			? Object.entries(value)
			: [];
	return entries.flatMap(([provider, entry]) => readEntry(provider, entry) ?? []);
}

function readEntry(provider: unknown, entry: unknown): ProviderEntry | undefined {
	if (!isRecord(entry) || entry.status !== 'live') {
		return undefined;
	}
	const { providerId, task, adapter, adapterWeightsPath } = entry;
	if (typeof provider !== 'string' || typeof providerId !== 'string' || typeof task !== 'string') {
		return undefined;
	}
	return {
		provider,
		providerId,
		task,
		...(typeof adapter === 'string' && { adapter }),
		...(typeof adapterWeightsPath === 'string' && { adapterWeightsPath }),
	};
}
