/** The kinds of repositories that the Hub holds. */
export const REPO_TYPES = ['model', 'dataset', 'space'] as const;

export type RepoType = (typeof REPO_TYPES)[number];

/** One repository: ids are unique among those of a type only. */
export interface RepoRef {
	readonly type: RepoType;
	/** The repo id, such as `Qwen/Qwen3-8B`. */
	readonly id: string;
}

export function isRepoType(value: unknown): value is RepoType {
	return (REPO_TYPES as readonly unknown[]).includes(value);
}
