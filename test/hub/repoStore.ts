import type { Repo, RepoKind, RepoOf } from './catalogue/repo';

/** The repositories that one running Hub holds: the catalogue, and what clients have made, moved or removed since. */
export class RepoStore {
	private repos = new Map<string, Repo>();

	constructor(private readonly catalogue: readonly Repo[]) {
		this.reset();
	}

	/** Forgets every change. */
	reset(): void {
		this.repos = new Map(this.catalogue.map(repo => [RepoStore.key(repo.kind, repo.id), repo]));
	}

	get<K extends RepoKind>(kind: K, id: string): RepoOf<K> | undefined {
		return this.repos.get(RepoStore.key(kind, id)) as RepoOf<K> | undefined;
	}

	list<K extends RepoKind>(kind: K): Array<RepoOf<K>> {
		return [...this.repos.values()].filter((repo): repo is RepoOf<K> => repo.kind === kind);
	}

	/** Adds the repository, or replaces the one of the same kind and id. */
	put(repo: Repo): void {
		this.repos.set(RepoStore.key(repo.kind, repo.id), repo);
	}

	delete(kind: RepoKind, id: string): void {
		this.repos.delete(RepoStore.key(kind, id));
	}

	private static key(kind: RepoKind, id: string): string {
		return `${kind}:${id}`;
	}
}
