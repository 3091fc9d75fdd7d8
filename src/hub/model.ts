/** How a repo is gated: not at all, by accepting its terms, or by its owner's decision. */
export type Gated = false | 'auto' | 'manual';

/** One model as the Hub's list gives it. */
export interface ModelSummary {
	/** The repo id, such as `Qwen/Qwen3-8B`. */
	readonly id: string;
	readonly pipelineTag?: string;
	readonly downloads: number;
	readonly likes: number;
	readonly private: boolean;
	readonly gated: Gated;
	/** Epoch milliseconds. */
	readonly updatedAt?: number;
	/** The providers that serve it, where the list was asked for them. */
	readonly providers?: readonly ModelProvider[];
}

/** A provider's offer of a model, as the Hub's `inferenceProviderMapping` has it. */
export interface ModelProvider {
	readonly provider: string;
	/** The model's id at the provider. */
	readonly providerId: string;
	/** `live`, `staging` or `error`; only `live` ones are offered. */
	readonly status: string;
	readonly task: string;
}

export type ModelSort = 'trendingScore' | 'downloads' | 'likes' | 'lastModified' | 'createdAt';

/** What a list of models is narrowed to. */
export interface ModelQuery {
	readonly text?: string;
	readonly owner?: string;
	readonly pipelineTag?: string;
	/** A provider's name, or `all` for any. */
	readonly provider?: string;
	readonly sort?: ModelSort;
}
