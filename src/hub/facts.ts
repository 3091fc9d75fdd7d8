import type { RepoRef, RepoType } from '../shared/repoType';
import type { Gated, ModelProvider } from './repo';
import type { RepoAt } from './contents';

/** What the Hub says of one repo at its default branch. What it does not say of a type is absent. */
export interface RepoFacts extends RepoRef {
	/** Of the latest commit. */
	readonly commit?: string;
	readonly private: boolean;
	readonly gated: Gated;
	readonly downloads?: number;
	readonly likes: number;
	/** Epoch milliseconds. */
	readonly createdAt?: number;
	readonly updatedAt?: number;
	readonly pipelineTag?: string;
	readonly library?: string;
	readonly tags: readonly string[];
	/** Bytes of everything in it, history included. */
	readonly storage?: number;
	/** Parameters by the type of number that they are kept as, such as `BF16`. */
	readonly parameters?: Readonly<Record<string, number>>;
	readonly gguf?: {
		readonly architecture?: string;
		readonly contextLength?: number;
		readonly total?: number;
	};
	readonly providers?: readonly ModelProvider[];
	readonly space?: SpaceRuntime;
}

/** What a Space is doing and on what. */
export interface SpaceRuntime {
	/** In the Hub's capitals. */
	readonly stage: string;
	readonly sdk?: string;
	readonly hardware?: string;
	readonly requestedHardware?: string;
	/** Seconds without visitors after which it sleeps. */
	readonly sleepTime?: number;
	readonly errorMessage?: string;
	/** Where it is served. */
	readonly host?: string;
}

/** One tensor of a weights file. */
export interface Tensor {
	readonly name: string;
	readonly type: string;
	readonly shape: readonly number[];
}

/** What the header of a weights file says; the weights themselves are not fetched. */
export interface WeightsHeader {
	readonly parameters: number;
	readonly byType: Readonly<Record<string, number>>;
	/** At most 2,000. */
	readonly tensors: readonly Tensor[];
	readonly tensorCount: number;
	readonly metadata: ReadonlyArray<readonly [name: string, value: string]>;
}

/** A part of a dataset: one of its configurations, and a split of that. */
export interface DatasetSplit {
	readonly config: string;
	readonly split: string;
	readonly rows?: number;
}

export interface DatasetColumn {
	readonly name: string;
	readonly type: string;
}

/** The first rows of a split. Values are texts of at most 300 characters; the Hub gives at most 100 rows. */
export interface DatasetRows {
	readonly columns: readonly DatasetColumn[];
	readonly rows: ReadonlyArray<readonly string[]>;
}

/** What is known of the values of a column, in words. */
export interface ColumnStatistics {
	readonly name: string;
	readonly type: string;
	readonly facts: ReadonlyArray<readonly [name: string, value: string]>;
}

export type SpaceAction = 'restart' | 'rebuild' | 'pause';

/** A secret or variable of a Space; of secrets nobody is told the value, and of variables it is not kept. */
export interface SpaceVariable {
	readonly name: string;
	readonly description?: string;
}

/** What the Hub says of a card: why it would refuse it, and what it advises. */
export interface CardVerdict {
	readonly errors: readonly string[];
	readonly warnings: readonly string[];
}

/** What is known about single repos, as the features see it. Every failure is a `ProblemError`. */
export interface RepoKnowledge {
	facts(repo: RepoRef, signal: AbortSignal): Promise<RepoFacts>;
	/** Reads the header of a safetensors or GGUF file by ranges. */
	weights(at: RepoAt, path: string, signal: AbortSignal): Promise<WeightsHeader>;
	splits(dataset: string, signal: AbortSignal): Promise<readonly DatasetSplit[]>;
	firstRows(dataset: string, split: DatasetSplit, signal: AbortSignal): Promise<DatasetRows>;
	statistics(dataset: string, split: DatasetSplit, signal: AbortSignal): Promise<readonly ColumnStatistics[]>;
	spaceSecrets(space: string, signal: AbortSignal): Promise<readonly SpaceVariable[]>;
	spaceVariables(space: string, signal: AbortSignal): Promise<readonly SpaceVariable[]>;
	controlSpace(space: string, action: SpaceAction, signal: AbortSignal): Promise<void>;
	/** Has the front matter of a card checked as the Hub does before it takes a commit. */
	validateCard(type: RepoType, content: string, signal: AbortSignal): Promise<CardVerdict>;
	/**
	 * The lines of a Space's log as they come, until the signal aborts or the Space does nothing more that is written there. One in
	 * which nothing was written for long breaks off; it is opened again, once `wanted` has answered that somebody reads it.
	 */
	spaceLog(
		space: string,
		log: 'run' | 'build',
		signal: AbortSignal,
		wanted?: (signal: AbortSignal) => Promise<void>,
	): AsyncIterable<string>;
}
