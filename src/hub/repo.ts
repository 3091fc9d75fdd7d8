import type { RepoRef, RepoType } from '../shared/repoType';

/** How a repo is gated: not at all, by accepting its terms, or by its owner's decision. */
export type Gated = false | 'auto' | 'manual';

/** One repo as the Hub's lists give it. What the Hub does not say of a type is absent. */
export interface RepoSummary extends RepoRef {
	/** The task of a model. */
	readonly pipelineTag?: string;
	/** In the last 30 days; Spaces have none. */
	readonly downloads?: number;
	readonly likes: number;
	readonly private: boolean;
	readonly gated: Gated;
	/** Epoch milliseconds. */
	readonly updatedAt?: number;
	/** The providers that serve a model, where the list was asked for them. */
	readonly providers?: readonly ModelProvider[];
	/** What a Space is made with: `gradio`, `docker`, `static` … */
	readonly sdk?: string;
	/** What a Space is doing, in the Hub's capitals: `RUNNING`, `SLEEPING`, `BUILD_ERROR` … */
	readonly stage?: string;
}

/** A model, which always has a count of downloads. */
export interface ModelSummary extends RepoSummary {
	readonly type: 'model';
	readonly downloads: number;
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

export type RepoSort = 'trendingScore' | 'downloads' | 'likes' | 'lastModified' | 'createdAt';

/** What a list of repos is narrowed to. What the Hub does not know of a type is left out of the request. */
export interface RepoQuery {
	readonly type: RepoType;
	readonly text?: string;
	readonly owner?: string;
	/** Models only. */
	readonly pipelineTag?: string;
	/** A provider's name, or `all` for any; models only. */
	readonly provider?: string;
	/** A local app that can run it, such as `llama.cpp`; models only. */
	readonly app?: string;
	/** Tags, all of which a repo must have: library, language, `license:mit` … */
	readonly tags?: readonly string[];
	readonly gated?: boolean;
	/** The number of parameters, as in `min:3B,max:10B`; models only. */
	readonly parameters?: string;
	readonly sort?: RepoSort;
}
