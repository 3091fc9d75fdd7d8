/** A file of a repository; its bytes are made when they are first asked for. */
export interface RepoFile {
	readonly path: string;
	/** Large files are kept by hash, the rest in git. */
	readonly lfs: boolean;
	readonly content: () => Uint8Array;
}

/** One commit: its id (40 hex digits), what was said about it, the one before it, and the files as they are after it. */
export interface Revision {
	readonly sha: string;
	readonly files: readonly RepoFile[];
	readonly title: string;
	/** What follows the title. */
	readonly message: string;
	readonly author: string;
	/** ISO 8601. */
	readonly date: string;
	readonly parent?: Revision;
	/** Set where the name that leads here is a tag and no branch. */
	readonly isTag?: boolean;
}

/** `false`, or how access is granted: at once on asking, or by the authors' own hand. */
export type Gate = false | 'auto' | 'manual';

interface RepoBase {
	/** `owner/name`, or `name` alone for the oldest. */
	readonly id: string;
	readonly private: boolean;
	readonly gated: Gate;
	readonly disabled: boolean;
	readonly tags: readonly string[];
	readonly downloads: number;
	readonly likes: number;
	readonly trendingScore: number;
	/** ISO 8601. */
	readonly createdAt: string;
	readonly lastModified: string;
	readonly license: string;
	/** Branches, tags and pull requests by name, each with its history (`main`, `v1.0`, `refs/pr/1`). `main` is always there. */
	readonly revisions: () => ReadonlyMap<string, Revision>;
}

/** USD per million tokens. */
export interface ProviderPricing {
	readonly input: number;
	readonly output: number;
}

/** A model as one inference provider serves it. Absent facts are unknown, not zero. */
export interface ProviderEntry {
	readonly provider: string;
	/** The model's name at the provider. */
	readonly providerId: string;
	readonly status: 'live' | 'staging' | 'error';
	/** The pipeline tag served, or `conversational`. */
	readonly task: string;
	readonly pricing?: ProviderPricing;
	readonly contextLength?: number;
	readonly supportsTools?: boolean;
	readonly supportsStructuredOutput?: boolean;
	readonly firstTokenLatencyMs?: number;
	/** Tokens per second. */
	readonly throughput?: number;
	readonly isModelAuthor: boolean;
	/** True once the provider has given the model up: calls are answered with 410. */
	readonly deprecated: boolean;
}

export interface ModelRepo extends RepoBase {
	readonly kind: 'model';
	readonly pipelineTag: string;
	readonly library: string;
	readonly architecture: string;
	readonly modelType: string;
	/** Number of parameters. */
	readonly parameters: number;
	readonly inputModalities: readonly string[];
	readonly providers: readonly ProviderEntry[];
	/** How the loopback Hub computes this model's answers. */
	readonly variant?: string;
}

export interface DatasetRepo extends RepoBase {
	readonly kind: 'dataset';
	readonly description: string;
}

export interface SpaceRepo extends RepoBase {
	readonly kind: 'space';
	readonly sdk: 'gradio' | 'streamlit' | 'docker' | 'static';
	readonly title: string;
	readonly stage: string;
	readonly models: readonly string[];
	readonly datasets: readonly string[];
}

export type Repo = ModelRepo | DatasetRepo | SpaceRepo;
export type RepoKind = Repo['kind'];
export type RepoOf<K extends RepoKind> = Extract<Repo, { kind: K }>;
